/** Only `page/` and the entries name what belongs to a browser: everything else gets it as an argument. */
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const entries = ['src/head.ts', 'src/all-in-one.ts', 'src/index.ts'];

/** Every runtime that we know has these, so a page of a test's own needs no stand-in for them. */
const everywhere = new Set(['AbortController', 'URL', 'URLSearchParams', 'TextEncoder', 'console']);

function programOf(configFile: string): ts.Program {
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  return ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false });
}

/** The browser globals that a file uses as values, with their line. */
function browserGlobals(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isTypeNode(node)) return; // a type is gone at run time
    if (ts.isIdentifier(node) && !isMemberName(node) && !everywhere.has(node.text)) {
      const declared = checker.getSymbolAtLocation(node)?.declarations?.[0];
      if (declared && /lib\.dom\.d\.ts$/.test(declared.getSourceFile().fileName)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${line + 1}: ${node.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `x` in `a.x`, `{ x: 1 }` and `{ x } = a`: named by its object, not looked up as a global. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isBindingElement(parent) ||
    ts.isJsxAttribute(parent)
  );
}

describe('browser globals', () => {
  it('are named by page/ and the entries only', { timeout: 30_000 }, () => {
    const program = programOf(resolve('tsconfig.browser.json'));
    const checker = program.getTypeChecker();
    const source = resolve('src');
    const wrong = program
      .getSourceFiles()
      .map((file) => ({ file, path: file.fileName.slice(resolve('.').length + 1) }))
      .filter(({ file, path }) => file.fileName.startsWith(source) && !path.endsWith('.d.ts'))
      .filter(({ path }) => !path.startsWith('src/page/') && !entries.includes(path))
      .flatMap(({ file, path }) =>
        browserGlobals(file, checker).map((global) => `${path}:${global}`),
      );
    expect(wrong).toEqual([]);
  });
});
