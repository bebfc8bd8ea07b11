/** Which scripts a browser runs (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element). */
import type { StartTag } from './html-reader.ts';

/** https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const javaScript =
  /^(application\/(x-)?(ecma|java)script|text\/((x-)?(ecma|java)script|javascript1\.[0-5]|jscript|livescript))$/i;

/** `rules` are for prefetching; `data` is everything that a browser leaves alone. */
export function scriptTypeOf({
  attributes,
}: Pick<StartTag, 'attributes'>): 'classic' | 'module' | 'rules' | 'data' {
  const language = attributes.get('language')?.value;
  const type = attributes.get('type')?.value ?? (language ? `text/${language}` : '');
  if (type === '' || javaScript.test(type.trim())) return 'classic';
  if (/^module$/i.test(type.trim())) return 'module';
  return /^speculationrules$/i.test(type.trim()) ? 'rules' : 'data';
}
