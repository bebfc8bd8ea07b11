/** The style sheets of other people's sites, by name: from npm, and such as themes and hostile hands write. */
import { readFileSync } from 'node:fs';

const packages = [
  'normalize.css/normalize.css',
  'modern-normalize/modern-normalize.css',
  'sanitize.css/sanitize.css',
  'sanitize.css/forms.css',
  'reset-css/reset.css',
  'tailwindcss/preflight.css',
  'bootstrap/dist/css/bootstrap.css',
  'bootstrap4/dist/css/bootstrap.css',
  'bootstrap3/dist/css/bootstrap.css',
  'bulma/css/bulma.css',
  'foundation-sites/dist/css/foundation.css',
  '@picocss/pico/css/pico.css',
  'milligram/dist/milligram.css',
  'water.css/out/water.css',
  'water.css/out/dark.css',
  'simpledotcss/simple.css',
  'purecss/build/pure.css',
  'materialize-css/dist/css/materialize.css',
  'uikit/dist/css/uikit.css',
  'tachyons/css/tachyons.css',
  'spectre.css/dist/spectre.css',
  'skeleton-css/css/skeleton.css',
];

/** What sites use, unchanged. */
export const packagedStyles: Readonly<Record<string, string>> = Object.fromEntries(
  packages.map((path) => [
    path,
    readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8')
      // Fonts and pictures beside the file, which no test serves.
      .replace(/@import[^;]+;|url\([^)]*\)/g, ''),
  ]),
);

/** As themes for WordPress and shops write them, and as some write against their own visitors. */
export const writtenStyles: Readonly<Record<string, string>> = {
  'a block theme': `:where(.wp-element-button,button){background:#32373c;border-width:0;color:#fff;padding:calc(.667em + 2px) calc(1.333em + 2px);text-decoration:none}
    :root :where(button){font-size:var(--wp--preset--font-size--medium,1.125rem);letter-spacing:.1em}
    body{margin:0;line-height:1.7}:where(.is-layout-flow)>*{margin-block-start:1.2rem}`,
  'a shop theme': `button,input[type=button]{border:0;background:#43454b;color:#fff;cursor:pointer;padding:.6180469716em 1.41575em;font-weight:600;text-shadow:none;display:inline-block;appearance:none;float:left}
    ul,ol{margin:0 0 1.41575em 3em}h2{font-size:2em;line-height:1.214;color:#333}p{margin:0 0 1.41575em}
    button:hover{background:#2c2d33!important}`,
  'a page builder': `[type=button],button{display:inline-block;font-weight:400;color:#c36;text-align:center;white-space:nowrap;user-select:none;background-color:transparent;border:1px solid #c36;padding:.5rem 1rem;font-size:1rem;border-radius:3px;transition:all 10s}
    button:last-of-type{background:#c36;color:#fff}`,
  'a reset of everything': '*{all:unset!important}',
  'a small root size':
    'html{font-size:62.5%}body{font-size:1.6rem}button{font-size:1rem;height:2rem}',
  'a tiny root size':
    'html{font-size:1px!important}button{font-size:10rem!important;padding:0!important}',
  'loud buttons of its own': `button{background:hotpink!important;color:#000!important;font:italic 30px cursive!important;
    padding:2px!important;border:0!important;width:90px!important;float:right!important;text-transform:uppercase!important}`,
  'a hidden first button': 'button:first-child,div>button:first-child{display:none!important}',
  'a coloured last button':
    'button:last-of-type{background:gold!important;color:#fff!important;font-size:2em!important}',
  'a pale first button':
    'button:first-of-type{opacity:.1!important;filter:blur(3px)!important;pointer-events:none!important;z-index:-1!important}',
  'slow transitions': '*{transition:all 10s!important}button:first-child{opacity:0!important}',
  'a blinking button':
    '@keyframes fade{from,to{opacity:0}}button:first-child{animation:fade 1s infinite!important}',
  'filters and blends':
    'button:first-child{filter:grayscale(1) brightness(3)!important;mix-blend-mode:screen!important;transform:scale(.2)!important;clip-path:circle(3px)!important}',
};

/** Aimed at us, by an id and more: only what is done to the buttons themselves can be undone. */
export const aimedStyles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'hide refusal': ':first-child{display:none!important}',
    'pale refusal':
      ':first-child{opacity:.2!important;background:#fff!important;color:#eee!important;font-size:9px!important}',
    'shrink refusal':
      ':first-child{position:absolute!important;width:20px!important;height:8px!important;transform:scale(.3)!important;overflow:hidden!important}',
    'make refusal a link':
      ':first-child{background:none!important;border:0!important;color:#777!important;text-transform:lowercase!important;min-height:0!important}',
    'fade refusal': ':first-child{animation:fade 1s infinite!important}',
    'blur refusal':
      ':first-child{filter:blur(4px)!important;mask:linear-gradient(#000,#0000)!important}',
    'swell acceptance':
      ':last-child{font-size:30px!important;box-shadow:0 0 30px gold!important;filter:saturate(3)!important;flex:9!important}',
    'hide acceptance': ':last-of-type{display:none!important}',
  }).map(([name, css]) => [
    name,
    `@keyframes fade{from,to{opacity:0}}body #samtycke-consent .samtycke-equal button${css}`,
  ]),
);
