/** All builds. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';

const { version, dependencies, peerDependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** Only these are fetched one by one: Swedish travels with what uses it. */
const fetchedLanguages = moduleNames('src/languages', [
  'sv',
  'texts',
  'every-language',
  'language-for',
  'own-texts',
  'reopen-labels',
]);
/**
 * One hash in the names of all files that are fetched, from everything they are made of: scripts
 * carry one instead of a list, which does not compress. 24 bits tell builds apart.
 */
const hash = createHash('sha256');
for (const file of readdirSync('src', { recursive: true }).sort()) {
  if (/\.tsx?$/.test(file)) hash.update(readFileSync(join('src', file)));
}
const buildHash = hash
  .update(readFileSync('rollup.config.mjs'))
  .update(readFileSync('package-lock.json'))
  .digest('hex')
  .slice(0, 6);

/**
 * Names of our own properties that stay within one script: shortened, they save 100 bytes of the guard, which is
 * over its goal, and 40 of the head. None of them is a name of the browser's, or goes to another file.
 */
const ownNames = /^(isHere|withClient|kept)$/;
const ownNamesOfGuard =
  /^(isHere|withClient|kept|by(Urls?|Code|Name)|called|cleanStyle|fail|held(Value|Places)|holdValue|is(Needed|Taken)|lookAtFrames|mayHold|mentions|newDeadEnd|onTagged|permits|places|put|root|servicesOf|sweep|traps|undo)$/;

const minify = ({ short, isScript = false } = {}) =>
  terser({
    ecma: 2022,
    module: true,
    // Four passes are 10 bytes of the head script, short methods 10 more. `unsafe` writes templates as
    // sums and `Error(…)` without `new`; what both are unsafe for (symbols in templates, patched
    // constructors, methods called with `new`) is not ours. Arrows in place of functions are 10 more
    // in the scripts, where no function without `this` is called with `new`.
    compress: { passes: 4, unsafe: true, unsafe_methods: true, unsafe_arrows: isScript },
    // A classic script is read in the page's charset: `ä` must not depend on it.
    format: { ascii_only: true, comments: false },
    ...(short && { mangle: { properties: { regex: short } } }),
  });

/**
 * Types are only stripped here: `tsc -b` checks them, once, and also writes the declarations. The
 * plugin compiles all of src at the start of each build; all share what the first one has compiled.
 */
const compiled = onceStarted(typescript({ tsconfig: './tsconfig.build.json', outDir: 'dist' }));
const stripTypes = (guard = false) => [
  compiled,
  { name: 'fill-in', transform: (code, id) => (/\.tsx?$/.test(id) ? filledIn(code, guard) : null) },
];

/** `plugin`, which starts with the first build that has it only. */
function onceStarted(plugin) {
  const { buildStart, buildEnd, ...always } = plugin;
  let started = false;
  return {
    ...always,
    buildStart(options) {
      if (!started) buildStart.call(this, options);
    },
    buildEnd() {
      if (!started) buildEnd.call(this);
      started = true;
    },
  };
}

/** Takes the white space out of templates marked as CSS, which terser leaves alone. */
function withShortCss(code) {
  return code.replace(/\/\* css \*\/\s*`([^`]*)`/g, (_, css) => {
    const short = css.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');
    return `\`${short.replace(/: /g, ':').trim()}\``;
  });
}

/** Puts in what only the build knows. Lines stay where they are, so that source maps hold. */
function filledIn(code, guard) {
  const filled = withShortCss(code)
    .replace(/\b__GUARD__\b/g, () => guard)
    .replace(/\b__VERSION__\b/g, () => JSON.stringify(version))
    .replace(/\b__HASH__\b/g, () => JSON.stringify(buildHash));
  return filled === code ? null : { code: filled, map: null };
}

/** The files of this run, in dist. */
const written = new Set();
const startedAt = Date.now();

function noteWritten() {
  return {
    name: 'note-written',
    writeBundle(_, bundle) {
      for (const file of Object.keys(bundle)) written.add(file);
    },
  };
}

/**
 * Deletes what older builds left in dist, last of all, so that pages and tests under way keep their files.
 * The declarations stay, `tsc -b` keeps them up to date.
 */
function deleteOldFiles() {
  return {
    name: 'delete-old-files',
    closeBundle() {
      for (const entry of readdirSync('dist', { recursive: true, withFileTypes: true })) {
        const path = join(relative('dist', entry.parentPath), entry.name);
        const kept = path.startsWith('types') || path.endsWith('.json') || written.has(path);
        if (entry.isFile() && !kept && isOlder(join('dist', path))) {
          rmSync(join('dist', path), { force: true });
        }
      }
    },
  };
}

/** False for a file of a build that runs beside this one. */
function isOlder(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  return status !== undefined && status.mtimeMs < startedAt;
}

/** Gives each thread a file of its own, where `new Worker(new URL('./name.ts', import.meta.url))` finds it. */
function threads() {
  return {
    name: 'threads',
    transform(code, id) {
      const [url, name] =
        /new URL\('(\.\/[\w-]+-thread\.ts)', import\.meta\.url\)/.exec(code) ?? [];
      if (!url) return null;
      const file = this.emitFile({ type: 'chunk', id: join(dirname(id), name) });
      return { code: code.replace(url, `new URL(import.meta.ROLLUP_FILE_URL_${file})`), map: null };
    },
  };
}

/** A module in dist that the head script fetches with `import()` when it needs it. */
function fetched(name, input, sourcemap = true) {
  return {
    input,
    // What a part shares with the rest stays in the rest: no third file for the two.
    preserveEntrySignatures: 'allow-extension',
    plugins: [nodeResolve(), stripTypes(), minify(), noteWritten()],
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: `samtycke.${name}.${buildHash}.js`,
      chunkFileNames: `samtycke.[name].${buildHash}.js`,
      sourcemap,
    },
  };
}

/** A classic script for a `<script src>` tag. */
function script(file, input, guard) {
  return {
    input,
    plugins: [
      nodeResolve(),
      stripTypes(guard),
      minify({ short: guard ? ownNamesOfGuard : ownNames, isScript: true }),
      noteWritten(),
    ],
    // The comment that names the map would be 17 bytes of every page view.
    output: { file, format: 'iife', inlineDynamicImports: true, sourcemap: 'hidden' },
  };
}

/** Modules for npm: packages stay imports, shared code goes to dist/chunks. */
function npmModules(input, ...plugins) {
  const packages = Object.keys({ ...dependencies, ...peerDependencies });
  return {
    input,
    external: (id) =>
      id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [nodeResolve(), stripTypes(), minify(), noteWritten(), ...plugins],
    output: {
      dir: 'dist',
      format: 'es',
      chunkFileNames: 'chunks/[name].[hash].js',
      sourcemap: true,
    },
  };
}

function moduleNames(folder, without) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !without.includes(name));
}

/** Files of a folder as entries, each under its name after `prefix`. */
function entries(names, folder, prefix = '') {
  return Object.fromEntries(names.map((name) => [`${prefix}${name}`, `src/${folder}/${name}.ts`]));
}

/** Every file of a folder as an entry of its own, so that a site's bundler takes only what is imported. */
function entriesOf(folder, without = []) {
  return entries(moduleNames(`src/${folder}`, without), folder, `${folder}/`);
}

export default [
  // Together, since they import nothing: a run for each would take longer than all other builds.
  fetched(
    '[name]',
    {
      ...entries(fetchedLanguages, 'languages'),
      ...entries(fetchedLanguages, 'languages/details', 'details-'),
      ...entries(fetchedLanguages, 'languages/receipts', 'receipts-'),
    },
    'hidden', // the comment that names the map is 40 bytes of each, and nobody steps through texts
  ),
  fetched('rare', 'src/rare.ts'),
  fetched('client', 'src/client-module.ts'),
  fetched('receipts', 'src/ui/my-receipts/show-my-receipts.ts'),
  fetched('declaration', 'src/ui/declaration/show-declaration.ts'),
  fetched('ui', 'src/ui-module.ts'),
  fetched('explain', 'src/explain-module.ts'),
  fetched('check', 'src/check-module.ts'),
  fetched('question', 'src/wall/ask-to-reload.ts'),
  script('dist/samtycke.wall.js', 'src/wall.ts'),
  script('dist/samtycke.js', 'src/head.ts'),
  script('dist/samtycke.guard.js', 'src/head.ts', true),
  script('dist/samtycke.all.js', 'src/all-in-one.ts'),
  npmModules({
    index: 'src/index.ts',
    receipt: 'src/receipt.ts',
    ...entriesOf('services', [
      'rules',
      'abouts',
      'members',
      'full-rules',
      'guarded-rules',
      'snippets',
    ]),
    ...entriesOf('languages', [
      'texts',
      'every-language',
      'language-for',
      'own-texts',
      'reopen-labels',
    ]),
    ...entriesOf('signals', ['signal', 'signals']),
  }),
  npmModules({ react: 'src/react.ts', vue: 'src/vue.ts' }),
  npmModules(
    {
      receiver: 'src/receiver/index.ts',
      middleware: 'src/markup/middleware.ts',
      vite: 'src/markup/vite-plugin.ts',
      cli: 'src/tools/cli.ts',
    },
    threads(),
    deleteOldFiles(),
  ),
];
