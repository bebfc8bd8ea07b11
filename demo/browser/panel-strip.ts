/**
 * Docks the developer's panel at the right edge of the site, on screens with room for it.
 * It stands in a sandboxed frame: trackers that record the page cannot look in there, or the
 * panel's own news of an upload would cause the next upload.
 */
const roomy = matchMedia('(min-width: 60rem)');
const root = document.documentElement;

if (roomy.matches) dock();
else roomy.addEventListener('change', dock, { once: true });

function dock(): void {
  const frame = document.createElement('iframe');
  frame.className = 'demo-panel';
  frame.title = 'Utvecklarpanel: vad har lämnat sidan?';
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.src = `/panel?docked=${isOpen() ? 'open' : 'closed'}`;
  document.body.append(frame);

  addEventListener('message', ({ source, data }) => {
    if (source !== frame.contentWindow || data !== 'toggle') return;
    if (isOpen()) delete root.dataset.panel;
    else root.dataset.panel = 'open';
    frame.contentWindow?.postMessage({ open: isOpen() }, '*');
    // Remembered by the demo's server: the panel must store nothing in the browser it watches.
    void fetch(`/panel/${isOpen() ? 'open' : 'closed'}`, { method: 'POST' });
  });

  // Polled: no event tells of cookies in every browser, and none of storage in the same tab.
  setInterval(() => {
    if (isOpen()) frame.contentWindow?.postMessage({ stored: storedNow() }, '*');
  }, 500);
}

function isOpen(): boolean {
  return root.dataset.panel === 'open';
}

function storedNow(): readonly string[] {
  const names = (text: string) => text.split('; ').map((pair) => pair.split('=')[0] ?? '');
  return [
    ...(document.cookie ? names(document.cookie).map((name) => `kaka ${name}`) : []),
    ...Object.keys(localStorage).map((name) => `lokal ${name}`),
    ...Object.keys(sessionStorage).map((name) => `session ${name}`),
  ];
}
