/** Elements that load something by an attribute: held back in the form that the gate releases. */
import type { Service } from '../model/service.ts';
import { type DeclaredServices, tagFor, unique } from './declared-services.ts';
import type { StartTag } from './html-reader.ts';
import { ownerTagOf } from './owner-tag.ts';
import { type Edit, insertion } from './patch.ts';
import { scriptTypeOf } from './script-type.ts';

/** By which attributes an element loads. */
const loading: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  iframe: ['src', 'srcdoc'],
  frame: ['src'],
  link: ['href', 'imagesrcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  embed: ['src'],
  object: ['data'],
  input: ['src'],
};
/** The same in SVG; scanners that read ahead do not know where they are, so there the others count too. */
const loadingInSvg: Readonly<Record<string, readonly string[]>> = {
  ...loading,
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
};

const loadingRels =
  /(^|\s)(stylesheet|icon|apple-touch-icon(-precomposed)?|mask-icon|manifest|(module)?preload|prefetch|prerender|preconnect|dns-prefetch)(\s|$)/i;
const connectingRels = /(^|\s)(preconnect|dns-prefetch)(\s|$)/i;

export interface ElementContext {
  readonly declared: DeclaredServices;
  /** An attribute's value as a browser reads it, whatever the encoding of the source. */
  readonly decode: (text: string) => string;
  readonly source: (start: number, end: number) => string;
  /** The services in a document of its own, as `srcdoc` holds one. */
  readonly servicesIn: (html: string) => readonly Service[];
  /** The tag of the tagged template that the element stands in, if any. */
  readonly templateTag: string | undefined;
}

/** What was found in a tag, and how to hold it back. */
export interface Finding {
  readonly services: readonly Service[];
  readonly edits: readonly Edit[];
}

/** `undefined` for a tag that loads nothing of a declared service. */
export function tagElement(tag: StartTag, context: ElementContext): Finding | undefined {
  if (tag.name === 'script') return tagExternalScript(tag, context);
  const found = declaredAttributes(tag, context);
  if (found.length === 0) return undefined;
  const owner = ownerTagOf(tag, context.declared);
  if (owner === 'necessary') return undefined;
  const services = unique(found.flatMap((one) => one.services));
  const edits = found.map(({ name }) => putAway(tag, name));
  if (owner === 'none')
    edits.unshift(insertion(tag.afterName, tagOfElement(tag, services, context)));
  return { services, edits };
}

function declaredAttributes(
  tag: StartTag,
  { declared, decode, servicesIn }: ElementContext,
): { readonly name: string; readonly services: readonly Service[] }[] {
  const { name, attributes, isForeign } = tag;
  const read = (attribute: string) => decode(attributes.get(attribute)?.value ?? '');
  const names = (isForeign ? loadingInSvg : loading)[name];
  if (!names) return [];
  if (name === 'link' && !loadingRels.test(read('rel'))) return [];
  if (name === 'input' && !/^image$/i.test(read('type'))) return [];
  const servicesOf = (attribute: string) => {
    const value = read(attribute);
    if (attribute === 'srcdoc') return servicesIn(value);
    if (/srcset$/.test(attribute)) return declared.ofUrls(value);
    return name === 'link' && connectingRels.test(read('rel'))
      ? declared.ofHost(value)
      : declared.ofUrl(value);
  };
  return names
    .filter((attribute) => attributes.has(attribute))
    .map((attribute) => ({ name: attribute, services: servicesOf(attribute) }))
    .filter(({ services }) => services.length > 0);
}

/** `src` becomes `data-src`; where the site has one of its own, the other prefix that the gate knows. */
function putAway({ attributes }: StartTag, name: string): Edit {
  const { start } = attributes.get(name) as { start: number };
  const plain = name.replace('xlink:', '');
  const prefix = attributes.has(`data-${plain}`) ? 'data-cookieblock-' : 'data-';
  return { start, end: start + name.length - plain.length, text: prefix };
}

function tagOfElement(
  { name }: StartTag,
  services: readonly Service[],
  { templateTag }: ElementContext,
): string {
  // The gate lets a track load with its video, and gives embeds the tag of the template they come from.
  if (name === 'track') return '';
  if (templateTag === undefined) return tagFor(services);
  return /^(iframe|video|audio|embed|object)$/.test(name) ? '' : templateTag;
}

function tagExternalScript(
  tag: StartTag,
  { declared, decode, templateTag, source }: ElementContext,
): Finding | undefined {
  const { attributes, isForeign } = tag;
  // Scanners that read ahead take a src in SVG too.
  const names = isForeign ? ['href', 'xlink:href', 'src'] : ['src'];
  const name = names.find((one) => attributes.has(one));
  const address = attributes.get(name ?? '');
  if (!name || !address || !/^(classic|module)$/.test(scriptTypeOf(tag))) return undefined;
  const services = declared.ofUrl(decode(address.value));
  if (services.length === 0) return undefined;
  const owner = ownerTagOf(tag, declared);
  if (owner === 'necessary') return undefined;
  // The gate gives it type and tag when the template is put in place.
  if (templateTag !== undefined) return { services, edits: [putAway(tag, name)] };
  const edits = holdScript(tag, owner === 'none' ? tagFor(services) : '');
  // The gate reads addresses of scripts in HTML; this one becomes such a script.
  if (isForeign) {
    const quoted = source(address.start + name.length, address.end);
    edits.push(insertion(tag.afterName, ` data-src${quoted}`));
  }
  return { services, edits };
}

/** A script of type `text/plain` is neither run nor fetched; the gate finds the real type in `data-type`. */
export function holdScript(tag: StartTag, tagText: string): Edit[] {
  const { attributes, afterName } = tag;
  const type = attributes.get('type');
  const edits = [insertion(afterName, ` type="text/plain"${tagText}`)];
  if (type && !attributes.has('data-type')) edits.push(insertion(type.start, 'data-'));
  else if (type || attributes.has('data-type')) {
    // In front of theirs, which no parser takes then.
    edits.push(
      insertion(afterName, ` data-type="${scriptTypeOf(tag) === 'module' ? 'module' : ''}"`),
    );
  }
  return edits;
}
