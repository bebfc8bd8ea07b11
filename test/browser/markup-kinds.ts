/** Markup that nobody has prepared: what the specs of all three engines put on their pages. */
import { note } from './note.ts';

/** One of each kind that loads by itself, by the path that must arrive. Plug-ins stand apart. */
export const kinds = (tracker: string): Readonly<Record<string, string>> => ({
  '/head.js': `<script src="${tracker}/head.js"></script>`,
  '/inline.gif': `<script>/* solannons.start( */ ${note('inline')} document.cookie = 'sol=1'; new Image().src = '${tracker}/inline.gif';</script>`,
  '/async.js': `<script async src=${tracker}/async.js?slow=30></script>`,
  '/defer.js': `<script defer src="${tracker}/defer.js"></script>`,
  '/module.js': `<script type="module" src="${tracker}/module.js"></script>`,
  '/imported.js': `<script type="module">import '${tracker}/imported.js';</script>`,
  '/style.css': `<link rel="stylesheet" href="${tracker}/style.css">`,
  '/preload.png': `<link rel="preload" as="image" href="${tracker}/preload.png">`,
  '/import.css': `<style>@import url("${tracker}/import.css"); #a { background: url(${tracker}/sheet.png) red }</style>`,
  '/sheet.png': '<p id="a">a</p>',
  '/attribute.png': `<p style="background-image: url('${tracker}/attribute.png')">b</p>`,
  '/pixel.gif': `<img src="${tracker}/pixel.gif" alt="">`,
  '/set.png': `<img srcset="${tracker}/set.png 1x" alt="">`,
  '/picture.png': `<picture><source srcset="${tracker}/picture.png"><img src="/own.png" alt=""></picture>`,
  '/frame.html': `<iframe src="${tracker}/frame.html"></iframe>`,
  '/srcdoc.gif': `<iframe srcdoc="<img src='${tracker}/srcdoc.gif'>"></iframe>`,
  '/poster.png': `<video poster="${tracker}/poster.png"></video>`,
  '/source.mp4': `<video autoplay muted><source src="${tracker}/source.mp4" type="video/mp4"></video>`,
  '/input.gif': `<form><input type="image" alt="Sök" src="${tracker}/input.gif"></form>`,
  '/svg.png': `<svg width="9" height="9"><image href="${tracker}/svg.png" width="9" height="9"/></svg>`,
  '/audio.mp3': `<audio preload="auto" src="${tracker}/audio.mp3"></audio>`,
});
