/*
 * Search in the page: a linear scan over names and aliases. Chinese by part of a word and out of
 * order, pinyin and initials, both mixed, Traditional characters, one wrong homophone.
 */
(function (root) {
  'use strict';
  var SHOWN = 10;
  var LONGEST = 120;
  var FILLER =
    /请问|我想要|我想|我要|想要|怎么样|怎么|如何|怎样|哪里|哪儿|去哪|在哪|什么|哪些|多少钱|要钱吗|需要|手续|流程|办理|办个|申请|材料|一下|帮我|能不能|可以|要|办|个|吗|呢|的|了|在|去/g;

  function isHan(character) {
    return /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud8ff][\udc00-\udfff]/.test(character);
  }

  /** Builds a search over the tables that the site was published with. */
  function create(data) {
    var script = pairs(data.script);
    var readings = readingsOf(data.pinyin);
    var lines = linesOf(data, fold);
    var weights = weightsOf(lines);
    var sounds = soundsOf(readings);

    function fold(text) {
      return Array.from(text.normalize('NFKC').toLowerCase(), function (character) {
        return script.get(character) || character;
      })
        .join('')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    }
    var heard = new Map();
    function soundOf(character) {
      if (!heard.has(character)) {
        heard.set(character, readings.get(character) || sounds(character));
      }
      return heard.get(character);
    }
    function soundsLike(a, b) {
      var one = soundOf(a);
      var other = readings.get(b);
      for (var i = 0; other && i < one.length; i += 1) {
        if (other.indexOf(one[i]) >= 0) return true;
      }
      return false;
    }

    /**
     * How few characters of the field the query takes from a place on, with at most one wrong
     * homophone for every two characters; Infinity when it does not match there.
     */
    function step(query, at, field, place, wrong) {
      if (at === query.length) return { end: place, wrong: wrong, exact: 0 };
      var character = field[place];
      if (character === undefined) return null;
      if (query[at] === character) {
        var same = step(query, at + 1, field, place + 1, wrong);
        if (same) return same;
      }
      if (character === ' ') return step(query, at, field, place + 1, wrong);
      if (/[a-z]/.test(query[at])) return spelled(query, at, field, place, wrong);
      if (wrong > 0 || query.length < 2 || !isHan(query[at])) return null;
      return soundsLike(query[at], character) ? step(query, at + 1, field, place + 1, wrong + 1) : null;
    }
    function spelled(query, at, field, place, wrong) {
      var found = readings.get(field[place]) || [];
      for (var i = 0; i < found.length; i += 1) {
        for (var size = shared(query, at, found[i]); size > 0; size -= 1) {
          var rest = step(query, at + size, field, place + 1, wrong);
          if (rest) return rest;
        }
      }
      return null;
    }

    /** How many letters of a syllable stand in the query from a place on. */
    function shared(query, at, syllable) {
      var size = 0;
      while (size < syllable.length && query[at + size] === syllable[size]) size += 1;
      return size;
    }

    /** 0 to 150: the whole query in one piece somewhere in the field. */
    function inOnePiece(query, field) {
      var best = 0;
      for (var place = 0; place < field.length; place += 1) {
        var found = step(query, 0, field, place, 0);
        if (!found) continue;
        var share = (found.end - place) / field.length;
        var score = 100 + 30 * share + (place === 0 ? 8 : 0) - 18 * found.wrong;
        if (score > best) best = score;
      }
      return best;
    }

    /** 0 to 1: how much of a Chinese piece stands in the field, single and in pairs. */
    function coverage(piece, text, field) {
      var weight = 0;
      var single = 0;
      var pair = 0;
      var wrong = 0;
      var known = piece.some(function (character) {
        return text.indexOf(character) >= 0;
      });
      if (!known) return 0;
      piece.forEach(function (character, at) {
        var heavy = weights(character);
        weight += heavy;
        if (text.indexOf(character) >= 0) single += heavy;
        else if (wrong === 0 && field.some(soundsLike.bind(null, character))) {
          wrong = 1;
          single += 0.6 * heavy;
        }
        var next = piece[at + 1];
        if (next !== undefined && text.indexOf(character + next) >= 0) {
          pair += (heavy + weights(next)) / 2;
        }
      });
      return weight === 0 ? 0 : (0.6 * single + 0.4 * pair * (piece.length / Math.max(1, piece.length - 1))) / weight;
    }

    /** 0 to 95: the pieces of the query anywhere in the field, or in the department's name. */
    function inPieces(pieces, field, text, department) {
      var total = 0;
      var size = 0;
      pieces.forEach(function (piece) {
        size += piece.length;
        var whole = inOnePiece(piece, field);
        if (whole > 0) total += piece.length * (whole >= 100 ? 1 : 0.8);
        else if (inOnePiece(piece, department) > 0) total += 0.7 * piece.length;
        else if (isHan(piece[0])) total += piece.length * coverage(piece, text, field);
      });
      return size === 0 ? 0 : (90 * total) / size;
    }

    function piecesOf(query) {
      return (query.match(/[a-z]+|[0-9]+|[^a-z0-9 ]+/g) || []).map(function (piece) {
        return Array.from(piece);
      });
    }

    function score(query, line) {
      var whole = Array.from(query.replace(/ /g, ''));
      var pieces = piecesOf(query);
      var best = 0;
      line.fields.forEach(function (field, at) {
        var one = inOnePiece(whole, field.characters);
        var many = one >= 100 ? 0 : inPieces(pieces, field.characters, field.text, line.department);
        var points = Math.max(one, many > 45 ? many : 0);
        if (at > 0 && one > 0) points = one >= 138 ? one + 12 : one - 6;
        if (points > best) best = points;
      });
      return best === 0 ? 0 : best - Math.min(4, line.fields[0].characters.length / 20);
    }

    /** The best lines for a query, best first. */
    function find(text, limit) {
      var query = fold(text.slice(0, 60));
      if (query === '') return [];
      var bare = query.replace(FILLER, ' ').replace(/ +/g, ' ').trim();
      var asked = bare === '' || bare === query ? [query] : [query, bare];
      var found = [];
      lines.forEach(function (line) {
        var points = 0;
        asked.forEach(function (each, at) {
          points = Math.max(points, score(each, line) - at);
        });
        if (points > 0) found.push({ line: line, points: points });
      });
      found.sort(function (a, b) {
        return b.points - a.points;
      });
      return found.slice(0, limit || SHOWN).map(function (each) {
        var line = each.line;
        return { title: line.title, href: line.href, department: line.name };
      });
    }
    return { find: find };
  }

  function pairs(text) {
    var map = new Map();
    var characters = Array.from(text);
    for (var at = 0; at < characters.length; at += 2) map.set(characters[at], characters[at + 1]);
    return map;
  }

  /** Character → its syllables. */
  function readingsOf(text) {
    var map = new Map();
    var parts = text.match(/[a-z]+[^a-z]+/g) || [];
    parts.forEach(function (part) {
      var syllable = /^[a-z]+/.exec(part)[0];
      Array.from(part.slice(syllable.length)).forEach(function (character) {
        map.set(character, (map.get(character) || []).concat(syllable));
      });
    });
    return map;
  }

  /**
   * Syllables of a character that no name has: those of its neighbours in the order of pinyin,
   * which every browser knows.
   */
  function soundsOf(readings) {
    var order = new Intl.Collator('zh-u-co-pinyin').compare;
    var known = Array.from(readings.keys()).sort(order);
    return function (character) {
      var low = 0;
      var high = known.length;
      while (low < high) {
        var middle = (low + high) >> 1;
        if (order(known[middle], character) < 0) low = middle + 1;
        else high = middle;
      }
      return (readings.get(known[low - 1]) || []).concat(readings.get(known[low]) || []);
    };
  }

  function linesOf(data, fold) {
    var departments = [];
    data.departments.split('\n').forEach(function (run) {
      var parts = /^(\d+) (.*)$/.exec(run);
      for (var n = parts ? Number(parts[1]) : 0; n > 0; n -= 1) departments.push(parts[2]);
    });
    var paths = whole(data.paths);
    var lines = whole(data.titles).map(function (title, at) {
      var path = paths[at] || '';
      var name = departments[at] || '';
      return {
        title: title,
        href: path[0] === '/' ? path.slice(1) : 'items/' + path + '/index.html',
        name: name,
        department: Array.from(fold(name)),
        fields: [fieldOf(fold(title))],
      };
    });
    rowsOf(data.aliases).forEach(function (row) {
      row[1].split(' ').forEach(function (at) {
        if (lines[at]) lines[at].fields.push(fieldOf(fold(row[0])));
      });
    });
    rowsOf(data.synonyms).forEach(function (row) {
      var words = row[0].split(' ').map(fold).map(fieldOf);
      var means = row[1].split(' ').map(fold);
      lines.forEach(function (line) {
        var meant = means.some(function (part) {
          return line.fields[0].text.indexOf(part) >= 0;
        });
        if (meant) line.fields = line.fields.concat(words);
      });
    });
    return lines;
  }
  /** Lines that begin with how much they share with the one before. */
  function whole(text) {
    var before = '';
    return text.split('\n').map(function (line) {
      before = before.slice(0, parseInt(line[0], 36)) + line.slice(1);
      return before;
    });
  }
  function rowsOf(text) {
    var rows = text.split('\n').map(function (row) {
      return row.split('\t');
    });
    return rows.filter(function (row) {
      return row.length === 2;
    });
  }
  function fieldOf(text) {
    return { text: text, characters: Array.from(text.slice(0, LONGEST)) };
  }

  /** Rare characters say more than common ones. */
  function weightsOf(lines) {
    var counts = new Map();
    lines.forEach(function (line) {
      new Set(line.fields[0].characters).forEach(function (character) {
        counts.set(character, (counts.get(character) || 0) + 1);
      });
    });
    return function (character) {
      return Math.log(1 + lines.length / (1 + (counts.get(character) || 0))) + 0.2;
    };
  }

  /** Shows what is found below the form while one types. */
  function attach(form, data, up) {
    var search = create(data);
    var input = form.querySelector('input');
    var found = form.querySelector('.found');
    var status = found.querySelector('[role=status]');
    var list = found.querySelector('ol');

    function show() {
      var text = input.value.trim();
      var results = search.find(text);
      list.textContent = '';
      results.forEach(function (result) {
        list.appendChild(entry(result));
      });
      found.hidden = text === '';
      var none = '没有找到。换个说法，或者看全部事项。';
      var words = results.length === 0 ? none : '找到' + results.length + '项，最像的在前。';
      if (status.textContent !== words) status.textContent = words;
    }
    function entry(result) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      var from = document.createElement('small');
      link.href = up + result.href.split('/').map(encodeURIComponent).join('/');
      link.textContent = result.title;
      from.textContent = result.department;
      link.appendChild(from);
      item.appendChild(link);
      return item;
    }
    function move(event) {
      var links = Array.prototype.slice.call(list.querySelectorAll('a'));
      var at = links.indexOf(document.activeElement);
      if (event.key === 'ArrowDown' && links[at + 1]) links[at + 1].focus();
      else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] || input).focus();
      else if (event.key === 'Escape') {
        input.value = '';
        show();
        input.focus();
      } else return;
      event.preventDefault();
    }
    input.addEventListener('input', show);
    form.addEventListener('keydown', move);
    form.addEventListener('submit', function () {
      show();
      var first = list.querySelector('a');
      if (first) first.focus();
    });
    if (input.value) show();
  }

  root.mingbaiSearch = { create: create, attach: attach };
})(typeof window === 'undefined' ? globalThis : window);
