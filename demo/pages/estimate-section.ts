/** "Räkna på ditt tak": answers at once in the browser, and shows an example without a script. */
import { html, raw } from 'hono/html';
import { chartBars, directions, estimate, inSwedish, rounded } from '../estimate.ts';
import type { Html } from './page.ts';

const example = { areaM2: 60, direction: 'soder', usedKwh: 18_000 } as const;

export function estimateSection(): Html {
  const result = estimate(example);
  return html`
    <section class="estimate" id="rakna" aria-labelledby="rakna-rubrik">
      <div class="wrap">
        <h2 id="rakna-rubrik">Räkna på ditt tak</h2>
        <p class="lead">Dra i reglagen. Du ser direkt vad solen ger, månad för månad. Allt räknas ut här i din webbläsare.</p>
        <div class="estimate-grid">
          <form id="rakna-formular" class="estimate-form">
            <div class="field">
              <label for="yta">Takyta mot solen <output for="yta" id="yta-visad">${inSwedish(example.areaM2)} m²</output></label>
              <input id="yta" name="yta" type="range" min="15" max="150" step="5" value="${example.areaM2}">
            </div>
            <div class="field">
              <label for="anvandning">Förbrukning per år <output for="anvandning" id="anvandning-visad">${inSwedish(example.usedKwh)} kWh</output></label>
              <input id="anvandning" name="anvandning" type="range" min="3000" max="35000" step="500" value="${example.usedKwh}">
            </div>
            <fieldset class="field">
              <legend>Taket vetter mot</legend>
              <div class="choices">
                ${Object.entries(directions).map(
                  ([id, { name }]) =>
                    html`<label><input type="radio" name="riktning" value="${id}" ${id === example.direction ? 'checked' : ''}><span>${name}</span></label>`,
                )}
              </div>
            </fieldset>
            <noscript><p>Utan JavaScript visas ett exempel: 60 m² tak mot söder.</p></noscript>
          </form>
          <div class="result">
            <dl class="figures" aria-live="polite">
              <div><dt>Paneler</dt><dd id="paneler">${result.panels}</dd></div>
              <div><dt>El per år</dt><dd><span id="arsel">${inSwedish(rounded(result.yearKwh))}</span> kWh</dd></div>
              <div><dt>Av din förbrukning</dt><dd><span id="andel">${inSwedish(Math.round(result.shareOfUse))}</span> %</dd></div>
            </dl>
            <figure>
              <svg id="diagram" viewBox="0 0 600 250" role="img" aria-label="Stapeldiagram: husets förbrukning och solens el, månad för månad. Solen ger mest från april till augusti.">${raw(chartBars(result))}</svg>
              <figcaption><span class="key uses"></span> Huset använder <span class="key gives"></span> Solen ger</figcaption>
            </figure>
            <p class="hint">En grov uppskattning för ett tak med 30–40 graders lutning i Mälardalen. I offerten räknar vi på just ditt tak.</p>
          </div>
        </div>
      </div>
    </section>`;
}
