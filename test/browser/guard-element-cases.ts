/** Every way we know in which a script makes an element that loads from another host. */
import type { GuardCase } from './guard-page.ts';

const script = `const it = document.createElement('script'); it.src = url;`;
const img = `const it = document.createElement('img'); it.src = url;`;
/** A style element in the page, and something that only its rules are about. */
const styled = `const id = url.replace(/\\W/g, ''); document.body.insertAdjacentHTML('beforeend', '<p id=' + id + '>x'); const it = document.createElement('style'); document.head.append(it);`;
const elsewhere = `const inert = document.implementation.createHTMLDocument('');`;

/** The element is inserted in one of the ways there are. */
const insertions: readonly GuardCase[] = (
  [
    ['appendChild', 'document.body.appendChild(it)'],
    ['append', `document.body.append('text', it)`],
    ['prepend', 'document.body.prepend(it)'],
    ['insertBefore', 'document.body.insertBefore(it, document.body.firstChild)'],
    ['insertAdjacentElement', `document.body.insertAdjacentElement('afterbegin', it)`],
    ['before', 'document.querySelector("h1").before(it)'],
    ['after', 'document.querySelector("h1").after(it)'],
    [
      'replaceChild',
      'const old = document.createElement("p"); document.body.append(old); document.body.replaceChild(it, old)',
    ],
    [
      'replaceWith',
      'const old = document.createElement("p"); document.body.append(old); old.replaceWith(it)',
    ],
    [
      'replaceChildren',
      'const box = document.createElement("p"); document.body.append(box); box.replaceChildren(it)',
    ],
    [
      'fragment',
      'const part = document.createDocumentFragment(); part.append(it); document.body.append(part)',
    ],
    [
      'inside',
      'const box = document.createElement("div"); box.append(it); document.body.append(box)',
    ],
    [
      'range',
      'const range = document.createRange(); range.selectNodeContents(document.body); range.insertNode(it)',
    ],
    ['clone', 'document.body.append(it.cloneNode(true))'],
  ] as const
).map(([name, code]) => ({
  name: `script-${name}`,
  code: `${script} ${code}`,
  type: 'js',
  comesBack: true,
}));

export const elementCases: readonly GuardCase[] = [
  ...insertions,
  {
    name: 'script-late-src',
    code: `const it = document.createElement('script'); document.head.append(it); it.src = url`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-attribute',
    code: `const it = document.createElement('script'); it.setAttribute('src', url); document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-attribute-node',
    code: `const it = document.createElement('script'); const src = document.createAttribute('src'); src.value = url; it.attributes.setNamedItem(src); document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-type-later',
    code: `${script} it.type = 'text/javascript'; it.async = true; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-module',
    code: `${script} it.type = 'module'; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-imported',
    code: `${elsewhere} const it = inert.createElement('script'); it.src = url; document.head.append(document.importNode(it, true))`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-adopted',
    code: `${elsewhere} const it = inert.createElement('script'); it.src = url; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-contextual',
    code: `document.body.append(document.createRange().createContextualFragment('<script src="' + url + '"></' + 'script>'))`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-shadow',
    code: `const host = document.createElement('div'); document.body.append(host); ${script} host.attachShadow({ mode: 'open' }).append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-cloned-and-typed',
    code: `${script} const copy = it.cloneNode(); copy.type = 'text/javascript'; document.head.append(copy)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'script-svg',
    code: `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const it = document.createElementNS('http://www.w3.org/2000/svg', 'script'); it.setAttribute('href', url); svg.append(it); document.body.append(svg)`,
    type: 'js',
    comesBack: true,
  },

  { name: 'img-property', code: `${img} document.body.append(it)`, comesBack: true },
  { name: 'img-detached', code: `new Image().src = url` },
  {
    name: 'img-connected',
    code: `const it = new Image(); document.body.append(it); it.src = url`,
    comesBack: true,
  },
  { name: 'img-attribute', code: `const it = new Image(); it.setAttribute('SRC', url)` },
  { name: 'img-attribute-ns', code: `const it = new Image(); it.setAttributeNS(null, 'src', url)` },
  {
    name: 'img-attribute-node',
    code: `const it = new Image(); const src = document.createAttribute('src'); src.value = url; it.setAttributeNode(src)`,
  },
  {
    name: 'img-srcset',
    code: `const it = new Image(); it.srcset = own + ' 2x, ' + url + ' 1x'; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'img-picture',
    code: `const it = document.createElement('picture'); const source = document.createElement('source'); source.srcset = url; it.append(source, new Image()); document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'img-adopted',
    code: `${elsewhere} const it = inert.createElement('img'); it.src = url; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'img-innerHTML',
    code: `const box = document.createElement('div'); box.innerHTML = '<p><img src="' + url + '">'; document.body.append(box)`,
    comesBack: true,
  },
  {
    name: 'img-innerHTML-detached',
    code: `document.createElement('div').innerHTML = '<img src=' + url.toUpperCase().replace(/IMG.*/, 'img-innerHTML-detached.gif') + '>'`,
  },
  {
    name: 'img-entity',
    code: `document.createElement('div').innerHTML = '<img src=' + url.replace('.', '&#46;') + '>'`,
  },
  {
    name: 'img-outerHTML',
    code: `const box = document.createElement('p'); document.body.append(box); box.outerHTML = '<img src="' + url + '">'`,
    comesBack: true,
  },
  {
    name: 'img-insertAdjacentHTML',
    code: `document.body.insertAdjacentHTML('beforeend', '<img src="' + url + '">')`,
    comesBack: true,
  },
  {
    name: 'img-setHTMLUnsafe',
    code: `const box = document.createElement('div'); document.body.append(box); box.setHTMLUnsafe('<img src="' + url + '">')`,
    comesBack: true,
  },
  {
    name: 'img-shadow-innerHTML',
    code: `const host = document.createElement('div'); document.body.append(host); host.attachShadow({ mode: 'closed' }).innerHTML = '<img src="' + url + '">'`,
    comesBack: true,
  },
  {
    name: 'img-declarative-shadow',
    code: `const box = document.createElement('div'); document.body.append(box); box.setHTMLUnsafe('<div><template shadowrootmode=open><img src="' + url + '"></template></div>')`,
    comesBack: true,
  },
  {
    name: 'img-declarative-nested',
    code: `const box = document.createElement('div'); document.body.append(box); box.setHTMLUnsafe('<div><template shadowrootmode=open><p><template shadowrootmode=open><img src="' + url + '"></template></p></template></div>')`,
    comesBack: true,
  },
  {
    name: 'img-declarative-closed',
    code: `const box = document.createElement('div'); document.body.append(box); box.setHTMLUnsafe('<div><template shadowrootmode=closed><img src="' + url + '"></template></div>')`,
  },
  {
    name: 'img-declarative-parsed',
    code: `document.body.append(Document.parseHTMLUnsafe('<div><template shadowrootmode=open><img src="' + url + '"></template></div>').body.firstChild)`,
    comesBack: true,
  },
  {
    name: 'img-setHTML',
    code: `const box = document.createElement('div'); document.body.append(box); box.setHTML('<img src="' + url + '">', { sanitizer: { elements: [{ name: 'img', attributes: ['src'] }] } })`,
  },
  {
    name: 'img-execCommand',
    code: `const box = document.createElement('div'); box.contentEditable = true; document.body.append(box); box.focus(); getSelection().selectAllChildren(box); document.execCommand('insertHTML', false, '<img src="' + url + '">')`,
    comesBack: true,
  },
  {
    name: 'img-parsed',
    code: `const parsed = new DOMParser().parseFromString('<img src="' + url + '">', 'text/html'); document.body.append(parsed.body.firstChild)`,
    comesBack: true,
  },
  {
    name: 'img-style',
    code: `const it = document.createElement('div'); it.setAttribute('style', 'background: url(' + url + ')'); document.body.append(it, 'x')`,
  },
  {
    name: 'img-css-text',
    code: `const it = document.createElement('div'); document.body.append(it); it.style.cssText = 'height: 9px; background: url("' + url + '")'`,
  },
  {
    name: 'img-set-property',
    code: `const it = document.createElement('div'); document.body.append(it); it.style.border = '9px solid'; it.style.setProperty('border-image-source', 'url(' + url + ')')`,
  },
  {
    name: 'img-style-property',
    code: `const it = document.createElement('div'); document.body.append(it); it.style.height = '9px'; it.style.backgroundImage = 'url(' + url + ')'`,
  },
  {
    name: 'img-style-shorthand',
    code: `const it = document.createElement('div'); it.style.background = 'red url("' + url + '")'; it.style.height = '9px'; document.body.append(it)`,
  },
  {
    name: 'img-style-inside',
    code: `const it = document.createElement('div'); const box = document.createElement('p'); it.style.border = '9px solid'; it.style.borderImage = 'url("' + url + '") 1'; box.append(it); document.body.append(box)`,
  },
  {
    name: 'img-style-typed',
    code: `const it = document.createElement('div'); document.body.append(it); it.style.height = '9px'; it.attributeStyleMap?.set('background-image', 'url(' + url + ')')`,
    notIn: 'firefox', // it has no attributeStyleMap
  },
  {
    name: 'font-face',
    code: `document.fonts.add(await new FontFace('spy', 'url(' + url + ')').load().catch(() => new FontFace('x', 'local(x)')))`,
  },
  {
    name: 'img-shadow-clone',
    code: `const host = document.createElement('div'); const root = host.attachShadow({ mode: 'open' }); const template = document.createElement('template'); template.innerHTML = '<p><img src="' + url + '"></p>'; root.append(template.content.cloneNode(true)); document.body.append(host)`,
    comesBack: true,
  },
  {
    name: 'img-imported',
    code: `const parsed = new DOMParser().parseFromString('<img src="' + url + '">', 'text/html'); document.importNode(parsed.body.firstChild)`,
  },
  {
    name: 'img-adopted-only',
    code: `const parsed = new DOMParser().parseFromString('<img src="' + url + '">', 'text/html'); document.adoptNode(parsed.body.firstChild)`,
  },
  {
    name: 'img-attribute-value',
    code: `const it = new Image(); it.setAttribute('src', own); it.getAttributeNode('src').value = url; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'img-style-shadow',
    code: `const host = document.createElement('div'); document.body.append(host); const it = document.createElement('div'); host.attachShadow({ mode: 'closed' }).append(it); it.style.height = '9px'; it.style.backgroundImage = 'url(' + url + ')'`,
  },
  {
    name: 'img-xslt',
    code: `const parse = (text) => new DOMParser().parseFromString(text, 'text/xml'); const it = new XSLTProcessor(); it.importStylesheet(parse('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><img src="' + url + '"/></xsl:template></xsl:stylesheet>')); document.body.append(it.transformToFragment(parse('<a/>'), document))`,
    comesBack: true,
  },
  {
    name: 'img-custom-element',
    code: `customElements.define('spy-element', class extends HTMLElement { connectedCallback() { this.innerHTML = '<img src="' + url + '">' } }); document.body.append(document.createElement('spy-element'))`,
    comesBack: true,
  },
  {
    name: 'img-descriptor',
    code: `Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(new Image(), url)`,
  },
  {
    name: 'img-parsed-unsafe',
    code: `document.body.append(Document.parseHTMLUnsafe('<img src="' + url + '">').body.firstChild)`,
    comesBack: true,
  },
  {
    name: 'input-image',
    code: `const it = document.createElement('input'); it.type = 'image'; it.src = url; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'svg-image',
    code: `document.body.insertAdjacentHTML('beforeend', '<svg><image href="' + url + '"></svg>')`,
    comesBack: true,
  },
  {
    name: 'svg-image-xlink',
    code: `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const it = document.createElementNS('http://www.w3.org/2000/svg', 'image'); it.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', url); svg.append(it); document.body.append(svg)`,
    comesBack: true,
  },
  {
    name: 'svg-innerHTML',
    code: `const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); document.body.append(svg); svg.innerHTML = '<image href="' + url + '"/>'`,
  },

  {
    name: 'iframe-src',
    code: `const it = document.createElement('iframe'); it.src = url; document.body.append(it)`,
    type: 'html',
    comesBack: true,
  },
  {
    name: 'iframe-late-src',
    code: `const it = document.createElement('iframe'); document.body.append(it); it.src = url`,
    type: 'html',
    comesBack: true,
  },
  {
    name: 'iframe-attribute',
    code: `const it = document.createElement('iframe'); it.setAttribute('src', url); document.body.append(it)`,
    type: 'html',
    comesBack: true,
  },
  {
    name: 'iframe-innerHTML',
    code: `const box = document.createElement('div'); document.body.append(box); box.innerHTML = '<iframe src="' + url + '"></iframe>'`,
    type: 'html',
    comesBack: true,
  },
  {
    name: 'iframe-srcdoc',
    code: `const it = document.createElement('iframe'); it.srcdoc = '<body><img src="' + url + '">'; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'iframe-srcdoc-html',
    code: `document.body.insertAdjacentHTML('beforeend', '<iframe srcdoc="<script src=' + url + '></' + 'script>"></iframe>')`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'iframe-srcdoc-code',
    code: `const it = document.createElement('iframe'); document.body.append(it); it.srcdoc = '<script>fetch("' + url + '")</' + 'script>'`,
    type: 'json',
    comesBack: true,
  },

  {
    name: 'video-src',
    code: `const it = document.createElement('video'); it.preload = 'auto'; it.src = url; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'video-poster',
    code: `const it = document.createElement('video'); it.poster = url; document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'video-source',
    code: `const it = document.createElement('video'); const source = document.createElement('source'); source.src = url; it.preload = 'auto'; it.append(source); document.body.append(it)`,
    comesBack: true,
  },
  {
    name: 'video-track',
    code: `const it = document.createElement('video'); it.crossOrigin = 'anonymous'; const track = document.createElement('track'); track.default = true; track.kind = 'subtitles'; track.src = url; it.append(track); document.body.append(it); it.textTracks[0].mode = 'showing'`,
    comesBack: 'chromium',
  },
  { name: 'audio-new', code: `const it = new Audio(url); it.preload = 'auto'; it.load()` },
  {
    name: 'object-data',
    code: `const it = document.createElement('object'); it.type = 'text/html'; it.data = url; document.body.append(it)`,
    type: 'html',
    comesBack: true,
  },
  {
    name: 'embed-src',
    code: `const it = document.createElement('embed'); it.type = 'text/html'; it.src = url; document.body.append(it)`,
    type: 'html',
    comesBack: true,
  },

  {
    name: 'link-stylesheet',
    code: `const it = document.createElement('link'); it.href = url; it.rel = 'stylesheet'; document.head.append(it)`,
    type: 'css',
    comesBack: true,
  },
  {
    name: 'link-innerHTML',
    code: `document.head.insertAdjacentHTML('beforeend', '<link rel=stylesheet href="' + url + '">')`,
    type: 'css',
    comesBack: true,
  },
  {
    name: 'link-preload',
    code: `const it = document.createElement('link'); it.rel = 'preload'; it.as = 'script'; it.href = url; document.head.append(it)`,
    type: 'js',
    comesBack: true,
  },
  {
    name: 'link-prefetch',
    code: `const it = document.createElement('link'); it.rel = 'prefetch'; it.href = url; document.head.append(it)`,
    type: 'js',
    comesBack: 'chromium',
    notIn: 'firefox',
  },
  {
    name: 'css-import',
    code: `const it = document.createElement('style'); it.textContent = '@import "' + url + '";'; document.head.append(it)`,
    type: 'css',
  },
  {
    name: 'css-insert-rule',
    code: `const it = document.createElement('style'); document.head.append(it); it.sheet.insertRule('h1 { background: url(' + url + ') }')`,
  },
  {
    name: 'css-add-rule',
    code: `${styled} it.sheet.addRule('#' + id, 'background: url(' + url + ')')`,
  },
  {
    name: 'css-group',
    code: `${styled} it.textContent = '@media all {}'; it.sheet.cssRules[0].insertRule('#' + id + ' { background: url(' + url + ') }')`,
  },
  {
    name: 'css-nested',
    code: `${styled} it.textContent = 'body {}'; it.sheet.cssRules[0].insertRule('& #' + id + ' { background: url(' + url + ') }')`,
  },
  // As bundlers put in a style sheet: the element first.
  {
    name: 'css-text-node-later',
    code: `${styled} it.appendChild(document.createTextNode('@import "' + url + '";'))`,
    type: 'css',
  },
  {
    name: 'css-append-later',
    code: `${styled} it.append('#' + id + ' { background: url(' + url + ') }')`,
  },
  {
    name: 'css-text-content-later',
    code: `${styled} it.textContent = '@import "' + url + '";'`,
    type: 'css',
  },
  {
    name: 'css-innerHTML-later',
    code: `${styled} it.innerHTML = '#' + id + ' { background: url(' + url + ') }'`,
  },
  {
    name: 'css-innerHTML',
    code: `const box = document.createElement('div'); document.body.append(box); box.innerHTML = '<style>h1 { cursor: url(' + url + '), auto; list-style: url(' + url + '); display: list-item }</style>'`,
  },
  {
    name: 'css-attribute-innerHTML',
    code: `document.body.insertAdjacentHTML('beforeend', '<p style="background: url(' + url + ')">x</p>')`,
  },
  {
    name: 'css-adopted',
    code: `const sheet = new CSSStyleSheet(); sheet.replaceSync('h1 { border-image: url(' + url + ') 1; border-style: solid }'); document.adoptedStyleSheets.push(sheet)`,
  },
];
