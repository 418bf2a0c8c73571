/*
 * What a page does besides being read: 长者版, text size, ticks that are remembered, choice of
 * situation, reading aloud, printing, search loaded on first use. Every page works without it.
 */
(function () {
  'use strict';
  var html = document.documentElement;
  var SIZES = ['', 'size-125', 'size-150', 'size-200'];

  /* Storage may be forbidden; then nothing is remembered. */
  function recall(key) {
    try {
      return localStorage.getItem('mingbai:' + key) || '';
    } catch (error) {
      return '';
    }
  }
  function remember(key, value) {
    try {
      if (value === '') localStorage.removeItem('mingbai:' + key);
      else localStorage.setItem('mingbai:' + key, value);
    } catch (error) {
      /* Not remembered. */
    }
  }
  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  /* Before the page is drawn, so that nothing jumps. */
  html.classList.add('js');
  if (recall('elder')) html.classList.add('elder');
  if (SIZES.indexOf(recall('size')) > 0) html.classList.add(recall('size'));

  function showElder() {
    var on = html.classList.contains('elder');
    all('[data-action=elder]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(on));
      button.textContent = on ? '退出长者版' : '长者版';
    });
  }
  var ACTIONS = {
    elder: function () {
      remember('elder', html.classList.toggle('elder') ? '1' : '');
      showElder();
    },
    size: function () {
      var now = SIZES.indexOf(recall('size'));
      var next = SIZES[(now < 0 ? 1 : now + 1) % SIZES.length];
      SIZES.slice(1).forEach(function (name) {
        html.classList.remove(name);
      });
      if (next) html.classList.add(next);
      remember('size', next);
    },
    print: function () {
      window.print();
    },
    read: function () {
      if (reading) stopReading();
      else startReading();
    },
    stop: function () {
      stopReading();
    },
  };

  /* Reading aloud: one part after the other, the part that is read is marked. */
  var reading = null;
  function partsToRead() {
    var wanted = 'h1,h2,h3,h4,p,li,dt,dd,td,figcaption,label';
    var main = document.getElementById('main');
    var skip = 'nav,.crumbs,.contents,.jump,.actions,.search,.situations,.tools';
    return all(wanted, main).filter(function (part) {
      if (part.closest(skip) || part.offsetParent === null) return false;
      var inner = part.querySelector('p,li,dt,dd,td,label,h2,h3');
      return !inner && part.textContent.trim() !== '';
    });
  }
  function showReader(text) {
    var bar = document.querySelector('.reader');
    bar.hidden = !text;
    bar.querySelector('[role=status]').textContent = text;
    all('[data-action=read]').forEach(function (button) {
      button.textContent = text ? '停止朗读' : '朗读';
    });
  }
  function startReading() {
    if (!('speechSynthesis' in window)) {
      showReader('这个浏览器不能朗读');
      return;
    }
    reading = { parts: partsToRead(), at: -1 };
    showReader('正在朗读');
    readNext(reading);
  }
  function readNext(run) {
    if (reading !== run) return;
    mark(run, false);
    run.at += 1;
    var part = run.parts[run.at];
    if (!part) return stopReading();
    mark(run, true);
    var said = new SpeechSynthesisUtterance(part.textContent.replace(/\s+/g, ' ').trim());
    said.lang = html.lang === 'zh-Hant' ? 'zh-TW' : 'zh-CN';
    said.rate = html.classList.contains('elder') ? 0.8 : 1;
    said.onend = function () {
      readNext(run);
    };
    said.onerror = said.onend;
    window.speechSynthesis.speak(said);
  }
  function mark(run, on) {
    var part = run.parts[run.at];
    if (!part) return;
    part.classList.toggle('reading', on);
    if (on) part.scrollIntoView({ block: 'center' });
  }
  function stopReading() {
    if (reading) mark(reading, false);
    reading = null;
    window.speechSynthesis.cancel();
    showReader('');
  }

  /* One situation at a time; without a script all of them stand below each other. */
  function setUpSituations() {
    var links = all('.situations a');
    if (links.length === 0) return;
    function choose(id) {
      links.forEach(function (link) {
        var mine = link.hash === '#' + id;
        if (mine) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
        var part = document.getElementById(link.hash.slice(1));
        if (part) part.hidden = !mine;
      });
    }
    function fromAddress() {
      var wanted = decodeURIComponent(location.hash);
      var link = links.filter(function (each) {
        return each.hash === wanted;
      })[0];
      if (link) choose(link.hash.slice(1));
      return Boolean(link);
    }
    links.forEach(function (link) {
      link.addEventListener('click', function () {
        choose(link.hash.slice(1));
      });
    });
    if (!fromAddress()) choose(links[0].hash.slice(1));
    window.addEventListener('hashchange', fromAddress);
  }

  /* Ticks are kept on this device, one list an item; the same material is ticked everywhere. */
  function setUpTicks() {
    var main = document.querySelector('main[data-item]');
    var boxes = all('[data-tick]');
    if (!main || boxes.length === 0) return;
    var key = 'ticks:' + main.getAttribute('data-item');
    var ticked = recall(key).split('\n');
    function show() {
      boxes.forEach(function (box) {
        box.checked = ticked.indexOf(box.getAttribute('data-tick')) >= 0;
      });
    }
    boxes.forEach(function (box) {
      box.addEventListener('change', function () {
        var name = box.getAttribute('data-tick');
        ticked = ticked.filter(function (each) {
          return each && each !== name;
        });
        if (box.checked) ticked.push(name);
        remember(key, ticked.join('\n'));
        show();
      });
    });
    show();
  }

  /* What is folded is printed open, and closed again afterwards. */
  function setUpPrint() {
    var opened = [];
    window.addEventListener('beforeprint', function () {
      opened = all('details:not([open])');
      opened.forEach(function (part) {
        part.open = true;
      });
    });
    window.addEventListener('afterprint', function () {
      opened.forEach(function (part) {
        part.open = false;
      });
    });
  }

  /* A link into a folded part opens it. */
  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    all('details', target).slice(0, target.querySelector(':scope > details') ? 1 : 0)
      .forEach(function (part) {
        part.open = true;
      });
  }

  function load(name, done) {
    var script = document.createElement('script');
    script.src = html.getAttribute('data-root') + 'assets/' + name + '.js';
    script.onload = done;
    document.head.appendChild(script);
  }
  function setUpSearch() {
    var form = document.querySelector('form.search');
    if (!form) return;
    var input = form.querySelector('input');
    var asked = false;
    function ready() {
      if (asked) return;
      asked = true;
      load('search', function () {
        load('search-data', function () {
          window.mingbaiSearch.attach(form, window.mingbaiSearchData, html.getAttribute('data-root'));
        });
      });
    }
    input.addEventListener('focus', ready);
    input.addEventListener('input', ready);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      ready();
    });
    all('[data-query]').forEach(function (button) {
      button.addEventListener('click', function () {
        input.value = button.getAttribute('data-query');
        ready();
        input.focus();
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    });
    var query = new URLSearchParams(location.search).get('q');
    if (query) {
      input.value = query;
      ready();
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    all('.tools[hidden],.script[hidden]').forEach(function (part) {
      part.hidden = false;
    });
    document.addEventListener('click', function (event) {
      var button = event.target.closest && event.target.closest('[data-action]');
      if (button) ACTIONS[button.getAttribute('data-action')]();
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && reading) stopReading();
    });
    window.addEventListener('pagehide', function () {
      if (reading) stopReading();
    });
    window.addEventListener('hashchange', openTarget);
    showElder();
    setUpSituations();
    setUpTicks();
    setUpPrint();
    setUpSearch();
    openTarget();
  });
})();
