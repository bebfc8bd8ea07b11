/** Marks the rows of the page about kakor that are in the visitor's browser right now. */

const rows = document.querySelectorAll<HTMLTableRowElement>('tr[data-stored]');

mark();
setInterval(mark, 1_000); // 1 s: no event tells of all cookies and storage

function mark(): void {
  const stored: Readonly<Record<string, readonly string[]>> = {
    kaka: document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''),
    'lokal lagring': Object.keys(localStorage),
    sessionslagring: Object.keys(sessionStorage),
  };
  for (const row of rows) {
    const { stored: kind = '', name = '' } = row.dataset;
    const [start = '', rest] = name.split('*');
    const here = (stored[kind] ?? []).some((one) =>
      rest === undefined ? one === name : one.startsWith(start),
    );
    if (here === row.classList.contains('here')) continue;
    row.classList.toggle('here', here);
    row.querySelector('.now')?.remove();
    if (here) {
      const note = document.createElement('span');
      note.className = 'now';
      note.textContent = 'Finns hos dig nu';
      row.querySelector('th')?.append(note);
    }
  }
}
