
// Draws the data beside it with vis-network. Positions are given, so nothing moves by itself; every word is set as text.
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var box = document.getElementById('graph'), chosen = document.getElementById('chosen');
  var dark = matchMedia('(prefers-color-scheme: dark)');

  function colors() {
    var style = getComputedStyle(document.documentElement);
    return function (text) {
      return text.replace(/var\((--[\w-]+)\)/g, function (_, name) { return style.getPropertyValue(name).trim(); });
    };
  }

  function drawn(node, color) {
    var font = { color: color('var(--text)'), size: 13, face: color('var(--sans)'), vadjust: -2, strokeWidth: 3,
                 strokeColor: color('var(--surface)') };
    var base = { id: node.id, label: node.label, x: node.x, y: node.y, font: font, fixed: false };
    if (node.shape === 'box') {
      base.font = { color: color('var(--text-2)'), size: 12, face: color('var(--sans)') };
      return Object.assign(base, { shape: 'box', margin: 6, borderWidth: 1,
        color: { background: color('var(--sunken)'), border: color('var(--line-ctl)'),
                 highlight: { background: color('var(--accent-soft)'), border: color('var(--accent)') } },
        shapeProperties: { borderDashes: [4, 3], borderRadius: 10 } });
    }
    if (node.step === 0) Object.assign(font, { size: 17, strokeWidth: 6 });
    return Object.assign(base, { shape: 'image', size: node.step === 0 ? 27 : node.step === 1 ? 18 : 15,
      image: 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(color(data.looks[node.look])) });
  }

  function tied(edge, index, color) {
    var ink = color(edge.ink || 'var(--edge)');
    return { id: index, from: edge.from, to: edge.to, word: edge.word || '', width: edge.width || 1,
      dashes: edge.line === 'more' ? [2, 3] : edge.dashes, color: { color: ink, highlight: ink, hover: ink, inherit: false },
      arrows: edge.arrows ? { to: { enabled: true, scaleFactor: 0.55 } } : '',
      font: { size: 12, face: color('var(--sans)'), color: color('var(--text)'), strokeColor: color('var(--surface)'), strokeWidth: 4 },
      smooth: twin(edge) ? { enabled: true, type: 'curvedCW', roundness: 0.12 + 0.1 * (index % 3) } : false };
  }

  function twin(edge) {
    return data.edges.filter(function (other) {
      return (other.from === edge.from && other.to === edge.to) || (other.from === edge.to && other.to === edge.from);
    }).length > 1;
  }

  var nodes = new vis.DataSet(), edges = new vis.DataSet();
  function fill() {
    var color = colors();
    nodes.update(data.nodes.map(function (node) { return drawn(node, color); }));
    edges.update(data.edges.map(function (edge, index) { return tied(edge, index, color); }));
  }
  fill();
  dark.addEventListener('change', fill);

  var alone = document.body.className !== 'bare';
  var network = new vis.Network(box, { nodes: nodes, edges: edges }, {
    physics: false, layout: { randomSeed: 1, improvedLayout: false },
    interaction: { hover: false, zoomView: alone || matchMedia('(pointer: coarse)').matches, selectConnectedEdges: true },
    nodes: { chosen: { node: false, label: false } }, edges: { chosen: { edge: function (values) { values.width += 1.5; }, label: false } }
  });
  network.fit({ animation: false, maxZoomLevel: 1.25 });
  window.addEventListener('resize', function () { network.fit({ animation: false, maxZoomLevel: 1.25 }); });

  function name(id) {
    var node = data.nodes.find(function (each) { return each.id === id; });
    return node.name || node.label;
  }

  function show(id) {
    var near = id === undefined ? null : network.getConnectedNodes(id).concat(id);
    nodes.update(data.nodes.map(function (node) {
      return { id: node.id, opacity: !near || near.indexOf(node.id) >= 0 ? 1 : 0.3 };
    }));
    var color = colors();
    edges.update(data.edges.map(function (edge, index) {
      var mine = edge.from === id || edge.to === id, drawn = tied(edge, index, color);
      drawn.color.opacity = !near || mine ? 1 : 0.25;
      drawn.label = mine ? edge.word || undefined : undefined;
      return drawn;
    }));
    chosen.textContent = '';
    if (!near) { chosen.textContent = data.hint; return; }
    var bold = document.createElement('b');
    bold.textContent = name(id);
    var kind = data.nodes.find(function (each) { return each.id === id; }).kind;
    var said = data.edges.filter(function (edge) { return edge.word && (edge.from === id || edge.to === id); }).map(function (edge) {
      return edge.word + (edge.from === id ? ' → ' + name(edge.to) : ' ← ' + name(edge.from));
    });
    chosen.append(bold, kind ? ' ' + kind : '', said.length ? '：' + said.slice(0, 12).join('；') + (said.length > 12 ? ' …' : '') : '');
  }
  network.on('click', function (event) { show(event.nodes[0]); });

  var tools = document.querySelector('.tools');
  tools.hidden = false;
  tools.addEventListener('click', function (event) {
    var button = event.target.closest('button');
    if (!button) return;
    var by = Number(button.dataset.zoom);
    if (by) network.moveTo({ scale: network.getScale() * by, animation: false });
    else network.fit({ animation: false, maxZoomLevel: 1.25 });
  });
  window.Lianhu = { middle: function () { return network.canvasToDOM(network.getPosition(1)); } };
  document.documentElement.dataset.drawn = String(nodes.length);
})();
