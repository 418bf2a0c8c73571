/* The preview's panel: what is wrong with the catalogue, and a reload after every save. */
(function () {
  'use strict';
  var LEVELS = { error: '错误', warning: '警告', info: '建议' };
  var SHOWN = 200;
  var panel = document.createElement('details');
  var head = document.createElement('summary');
  var list = document.createElement('ol');
  panel.className = 'mingbai-panel';
  head.textContent = '检查中…';
  panel.open = sessionStorage.getItem('mingbai:panel') === 'open';
  panel.appendChild(head);
  panel.appendChild(list);
  document.body.appendChild(panel);
  panel.addEventListener('toggle', function () {
    sessionStorage.setItem('mingbai:panel', panel.open ? 'open' : '');
  });

  function isHere(finding) {
    var page = decodeURIComponent(location.pathname).replace(/\/(index\.html)?$/, '');
    return page.indexOf('/items/') === 0 && finding.path.indexOf(page.slice(1)) >= 0;
  }
  function entry(finding) {
    var item = document.createElement('li');
    var place = document.createElement('code');
    item.className = finding.severity + (isHere(finding) ? ' here' : '');
    item.textContent = finding.message + (finding.hint ? '　改法：' + finding.hint : '');
    place.textContent = finding.path + ':' + finding.line;
    item.appendChild(place);
    return item;
  }
  function say(words) {
    list.appendChild(document.createElement('li')).textContent = words;
  }
  function show(findings) {
    var counts = ['error', 'warning', 'info'].map(function (level) {
      var count = findings.filter(function (finding) {
        return finding.severity === level;
      }).length;
      return LEVELS[level] + ' ' + count;
    });
    findings.sort(function (a, b) {
      return Number(isHere(b)) - Number(isHere(a));
    });
    head.textContent = '检查：' + counts.join('　');
    list.textContent = '';
    findings.slice(0, SHOWN).forEach(function (finding) {
      list.appendChild(entry(finding));
    });
    if (findings.length === 0) say('没有发现问题');
    if (findings.length > SHOWN) {
      say('另有 ' + (findings.length - SHOWN) + ' 处，用 mingbai check 查看');
    }
  }
  function refresh() {
    fetch('/__mingbai/findings.json')
      .then(function (response) {
        return response.json();
      })
      .then(show);
  }
  var events = new EventSource('/__mingbai/events');
  events.addEventListener('reload', function () {
    location.reload();
  });
  events.addEventListener('findings', refresh);
  refresh();
})();
