/**
 * All builds, in the order they must run: the UI and language modules first,
 * since the head script carries their hashed names.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import ts from 'typescript';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Hashed file names, filled in as the builds run. */
const built = { ui: '', languages: {} };

/** Only these are fetched one by one: Swedish travels inside the UI module. */
const fetchedLanguages = moduleNames('src/languages', ['sv']);

const minify = () =>
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 3 }, // a fourth pass gained 0 bytes
    // A classic script is read in the page's charset: `ä` must not depend on it.
    format: { ascii_only: true, comments: false },
  });

/** Strips types without checking them: `tsc -b` checks, once, and also writes the declarations. */
function stripTypes() {
  return {
    name: 'strip-types',
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const { outputText, sourceMapText } = ts.transpileModule(withConstants(code), {
        fileName: id,
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          jsx: ts.JsxEmit.ReactJSX,
          jsxImportSource: 'preact',
          sourceMap: true,
          verbatimModuleSyntax: true,
        },
      });
      return { code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''), map: sourceMapText };
    },
  };
}

function withConstants(code) {
  return code
    .replace(/\b__VERSION__\b/g, () => JSON.stringify(version))
    .replace(/\b__UI_FILE__\b/g, () => JSON.stringify(built.ui))
    .replace(/\b__LANGUAGE_FILES__\b/g, () => JSON.stringify(built.languages));
}

/** Empties dist before the first build; the declarations stay, `tsc -b` keeps them up to date. */
function emptyDist() {
  return {
    name: 'empty-dist',
    buildStart() {
      if (!existsSync('dist')) return;
      for (const name of readdirSync('dist')) {
        if (name !== 'types') rmSync(`dist/${name}`, { recursive: true });
      }
    },
  };
}

/** Hands the hashed name of an entry to the builds that follow. */
function remember(put) {
  return {
    name: 'remember-file-name',
    writeBundle(_, bundle) {
      put(Object.values(bundle).find((file) => file.isEntry).fileName);
    },
  };
}

/** A module in dist that the head script fetches with `import()` when it needs it. */
function fetched(name, input, put, ...plugins) {
  return {
    input,
    plugins: [...plugins, nodeResolve(), stripTypes(), minify(), remember(put)],
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: `samtycke.${name}.[hash].js`,
      sourcemap: true,
    },
  };
}

/** A classic script for a `<script src>` tag. */
function script(file, input) {
  return {
    input,
    plugins: [nodeResolve(), stripTypes(), minify()],
    output: { file, format: 'iife', inlineDynamicImports: true, sourcemap: true },
  };
}

/** Modules for npm: packages stay imports, shared code goes to dist/chunks. */
function npmModules(input) {
  const packages = Object.keys(dependencies);
  return {
    input,
    external: (id) =>
      id.startsWith('node:') || packages.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [nodeResolve(), stripTypes(), minify()],
    output: {
      dir: 'dist',
      format: 'es',
      chunkFileNames: 'chunks/[name].[hash].js',
      sourcemap: true,
    },
  };
}

function moduleNames(folder, without) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !without.includes(name));
}

/** Every file of a folder as an entry of its own, so that a site's bundler takes only what is imported. */
function entriesOf(folder, without = []) {
  return Object.fromEntries(
    moduleNames(`src/${folder}`, without).map((name) => [
      `${folder}/${name}`,
      `src/${folder}/${name}.ts`,
    ]),
  );
}

const builds = [
  fetched('ui', 'src/ui/mount.tsx', (name) => (built.ui = name), emptyDist()),
  ...fetchedLanguages.map((language) =>
    fetched(language, `src/languages/${language}.ts`, (name) => (built.languages[language] = name)),
  ),
  script('dist/samtycke.js', 'src/head.ts'),
  script('dist/samtycke.all.js', 'src/all-in-one.ts'),
  npmModules({
    index: 'src/index.ts',
    receipt: 'src/receipt.ts',
    ...entriesOf('services', ['rules', 'abouts']),
    ...entriesOf('languages'),
    ...entriesOf('signals'),
  }),
  npmModules({ receiver: 'src/receiver/index.ts', cli: 'src/tools/cli.ts' }),
];

/** While the house is being built: leaves out what does not exist yet, and says so. */
function present({ input, ...rest }) {
  const missing = (file) => {
    if (!existsSync(file)) console.warn(`\n!!! SKIPPED: ${file} does not exist yet\n`);
    return !existsSync(file);
  };
  if (typeof input === 'string') return missing(input) ? [] : [{ input, ...rest }];
  const entries = Object.entries(input).filter(([, file]) => !missing(file));
  return entries.length ? [{ input: Object.fromEntries(entries), ...rest }] : [];
}

export default builds.flatMap(present);
