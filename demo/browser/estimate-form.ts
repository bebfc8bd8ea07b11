/** Keeps the estimate on the start page in step with its controls. */
import { chartBars, type Direction, estimate, inSwedish, rounded } from '../estimate.ts';

const form = document.querySelector<HTMLFormElement>('#rakna-formular');
form?.addEventListener('input', () => show(form));

function show(form: HTMLFormElement): void {
  const data = new FormData(form);
  const areaM2 = Number(data.get('yta'));
  const usedKwh = Number(data.get('anvandning'));
  const result = estimate({ areaM2, usedKwh, direction: data.get('riktning') as Direction });
  write('yta-visad', `${inSwedish(areaM2)} m²`);
  write('anvandning-visad', `${inSwedish(usedKwh)} kWh`);
  write('paneler', inSwedish(result.panels));
  write('arsel', inSwedish(rounded(result.yearKwh)));
  write('andel', inSwedish(Math.round(result.shareOfUse)));
  const diagram = document.getElementById('diagram');
  if (diagram) diagram.innerHTML = chartBars(result);
}

function write(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
