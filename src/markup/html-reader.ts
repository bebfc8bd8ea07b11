/**
 * Reads HTML as a browser with scripts does, chunk by chunk, and tells where each tag stands in the source.
 * Why the whole tree builder and not a tokenizer alone: docs/decisions/007-rewriting-html.md.
 */
import {
  type DefaultTreeAdapterMap,
  defaultTreeAdapter,
  html,
  InsertionMode,
  Parser,
  type Token,
  TokenizerMode,
} from 'parse5';

/** An attribute as the parser understands it, and where it stands. */
export interface SourceAttribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A start tag: offsets are into the whole source, in UTF-16 units. */
export interface StartTag {
  /** In lower case; `img` also where the source says `image`. */
  readonly name: string;
  /** True in SVG and MathML, where elements of the same name are others. */
  readonly isForeign: boolean;
  readonly start: number;
  readonly end: number;
  /** Where attributes can be put in: right behind the name, so that they are the first of theirs. */
  readonly afterName: number;
  readonly attributes: ReadonlyMap<string, SourceAttribute>;
  /** True for `<script/>`, which only counts where `isForeign`. */
  readonly isSelfClosed: boolean;
  /** True when all that follows is text up to the end tag, as in a script. */
  readonly holdsText: boolean;
  /** How many templates are open, this one included. */
  readonly templates: number;
}

export interface HtmlEvents {
  /** A doctype, which only a whole document has. */
  doctype(): void;
  startTag(tag: StartTag): void;
  endTag(tag: { readonly name: string; readonly start: number; readonly templates: number }): void;
  /** Text that is more than white space, outside of elements that hold only text. */
  text(start: number): void;
}

export interface HtmlReader {
  /** Reads on; the events of all tags that are complete by now are told before it returns. */
  write(chunk: string, isLast: boolean): void;
  /** Where the last complete tag or comment ends. */
  readonly lastTagEnd: number;
  /** Up to here the source is read and cannot become a part of a tag any more. */
  readonly completeUntil: number;
  /** True while text would be read as text: what is put in here is markup. */
  readonly isBetweenTags: boolean;
}

/** `noscript` reads the inside of a `<noscript>`, as a browser without scripts does. */
export function createHtmlReader(
  kind: 'document' | 'noscript',
  source: (start: number, end: number) => string,
  events: HtmlEvents,
): HtmlReader {
  let namespace: string | undefined;
  const options = {
    sourceCodeLocationInfo: true,
    scriptingEnabled: kind === 'document',
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...element: Parameters<typeof defaultTreeAdapter.createElement>) {
        namespace = element[1];
        return defaultTreeAdapter.createElement(...element);
      },
      // Only the open elements matter, and the parser has its own list of those: a tree would be the page once more.
      appendChild() {},
      insertBefore() {},
    },
  };
  const parser =
    kind === 'document'
      ? new TagParser(options)
      : (TagParser.getFragmentParser(null, options) as TagParser);
  parser.events = events;
  parser.source = source;
  parser.takeNamespace = () => {
    const taken = namespace;
    namespace = undefined;
    return taken;
  };
  let written = 0;
  return {
    write(chunk, isLast) {
      written += chunk.length;
      parser.tokenizer.write(chunk, isLast);
    },
    get lastTagEnd() {
      return parser.lastTagEnd;
    },
    get completeUntil() {
      return this.isBetweenTags ? written : parser.lastTagEnd;
    },
    get isBetweenTags() {
      return parser.tokenizer.state === TokenizerMode.DATA;
    },
  };
}

class TagParser extends Parser<DefaultTreeAdapterMap> {
  events!: HtmlEvents;
  source!: (start: number, end: number) => string;
  /** The namespace of the last element made since it was asked for; none when the tag was ignored. */
  takeNamespace!: () => string | undefined;
  lastTagEnd = 0;

  override onStartTag(token: Token.TagToken): void {
    // Before the tree builder renames what stands in SVG.
    const name = token.tagName;
    const attributes = attributesOf(token);
    this.takeNamespace();
    super.onStartTag(token);
    const { startOffset: start, endOffset: end } = token.location as Token.Location;
    this.lastTagEnd = end;
    const { state } = this.tokenizer;
    const isForeign = (this.takeNamespace() ?? html.NS.HTML) !== html.NS.HTML;
    this.events.startTag({
      // The tree builder renames <image>, but only where it is no SVG.
      name: name === 'image' && !isForeign ? 'img' : name,
      isForeign,
      start,
      end,
      afterName: start + (/^<[^\t\n\f\r />]+/.exec(this.source(start, end))?.[0].length ?? 0),
      attributes,
      isSelfClosed: token.selfClosing,
      holdsText: state !== TokenizerMode.DATA && state !== TokenizerMode.PLAINTEXT,
      templates: this.openElements.tmplCount,
    });
  }

  override onEndTag(token: Token.TagToken): void {
    super.onEndTag(token);
    const { startOffset: start, endOffset } = token.location as Token.Location;
    this.lastTagEnd = endOffset;
    this.events.endTag({ name: token.tagName, start, templates: this.openElements.tmplCount });
  }

  override onComment(token: Token.CommentToken): void {
    super.onComment(token);
    this.lastTagEnd = (token.location as Token.Location).endOffset;
  }

  override onDoctype(token: Token.DoctypeToken): void {
    super.onDoctype(token);
    this.lastTagEnd = (token.location as Token.Location).endOffset;
    this.events.doctype();
  }

  override onCharacter(token: Token.CharacterToken): void {
    if (this.insertionMode !== InsertionMode.TEXT) {
      this.events.text((token.location as Token.Location).startOffset);
    }
    super.onCharacter(token);
  }

  /** As above. */
  override _insertCharacters(): void {}
}

function attributesOf({ attrs, location }: Token.TagToken): ReadonlyMap<string, SourceAttribute> {
  const places = (location as Token.LocationWithAttributes).attrs ?? {};
  return new Map(
    attrs.flatMap(({ name, value }) => {
      const place = places[name];
      return place ? [[name, { value, start: place.startOffset, end: place.endOffset }]] : [];
    }),
  );
}
