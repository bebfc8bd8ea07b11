/** Whoever reads a public entry in an editor is told what each thing is (STYLE 16). */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const entries = [
  'src/index.ts',
  'src/receipt.ts',
  'src/receiver/index.ts',
  'src/markup/middleware.ts',
  'src/markup/vite-plugin.ts',
];

/** The exports of a module that have no doc comment where they are declared. */
function undocumented(checker: ts.TypeChecker, file: ts.SourceFile): string[] {
  const module = checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${file.fileName} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    )
    .filter((symbol) => symbol.getDocumentationComment(checker).length === 0)
    .map((symbol) => symbol.name);
}

describe('a doc comment', () => {
  it.each(['tsconfig.browser.json', 'tsconfig.server.json'])(
    'is on each export of the entries in %s',
    {
      timeout: 30_000, // 30 s: a whole type check, on two busy cores
    },
    (configFile) => {
      const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
      const { fileNames, options } = ts.parseJsonConfigFileContent(
        config,
        ts.sys,
        dirname(resolve(configFile)),
      );
      const program = ts.createProgram(fileNames, { ...options, noEmit: true });
      const found = entries.filter(
        (entry) => existsSync(entry) && program.getSourceFile(resolve(entry)),
      );
      expect(found).not.toEqual([]);
      const missing = found.flatMap((entry) =>
        undocumented(
          program.getTypeChecker(),
          program.getSourceFile(resolve(entry)) as ts.SourceFile,
        ).map((name) => `${entry}: ${name}`),
      );
      expect(missing).toEqual([]);
    },
  );
});
