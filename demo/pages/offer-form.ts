/** The form "Få offert". It needs no script and no cookie. */
import { html } from 'hono/html';
import { type OfferAnswers, type OfferField, type OfferProblems, roofs } from '../offer.ts';
import type { Html } from './page.ts';

export function offerForm(answers: OfferAnswers, problems: OfferProblems): Html {
  const field = (
    name: OfferField,
    label: string,
    options: {
      type?: string;
      required?: boolean;
      autocomplete?: string;
      hint?: string;
      numeric?: boolean;
    } = {},
  ) => html`
    <div class="field">
      <label for="${name}">${label}${options.required ? '' : html` <span class="optional">(valfritt)</span>`}</label>
      <input id="${name}" name="${name}" type="${options.type ?? 'text'}" value="${answers[name] ?? ''}"
        ${options.required ? 'required' : ''} ${options.autocomplete ? html`autocomplete="${options.autocomplete}"` : ''}
        ${options.numeric ? html`inputmode="numeric"` : ''}
        ${described(name, options.hint)} ${problems[name] ? html`aria-invalid="true"` : ''}>
      ${options.hint ? html`<p class="hint" id="${name}-tips">${options.hint}</p>` : ''}
      ${problems[name] ? html`<p class="problem" id="${name}-fel">${problems[name]}</p>` : ''}
    </div>`;
  const described = (name: OfferField, hint?: string) => {
    const ids = [hint && `${name}-tips`, problems[name] && `${name}-fel`].filter(Boolean).join(' ');
    return ids ? html`aria-describedby="${ids}"` : '';
  };
  return html`
    <section class="offer" id="offert" aria-labelledby="offert-rubrik">
      <div class="wrap offer-grid">
        <div>
          <h2 id="offert-rubrik">Få offert på ditt tak</h2>
          <p class="lead">Berätta om huset, så återkommer vi inom tre arbetsdagar med ritning, kalkyl och fast pris. Offerten kostar inget.</p>
          <p>Det du skriver använder vi bara för att svara dig. Formuläret fungerar lika bra om du har sagt nej till alla kakor. Läs mer i vår <a href="/integritet">integritetspolicy</a>.</p>
          <img src="/assets/drawing.svg" width="420" height="260" alt="" loading="lazy">
        </div>
        <form method="post" action="/offert#offert" novalidate>
          ${Object.keys(problems).length > 0 ? html`<p class="problem summary" role="alert">Något saknas. Titta på fälten som är markerade nedanför.</p>` : ''}
          ${field('namn', 'Namn', { required: true, autocomplete: 'name' })}
          ${field('epost', 'E-post', { type: 'email', required: true, autocomplete: 'email' })}
          ${field('telefon', 'Telefon', { type: 'tel', autocomplete: 'tel' })}
          ${field('adress', 'Husets adress', { required: true, autocomplete: 'street-address' })}
          <div class="field">
            <label for="tak">Takets material</label>
            <select id="tak" name="tak">${roofs.map((roof) => html`<option ${answers.tak === roof ? 'selected' : ''}>${roof}</option>`)}</select>
          </div>
          ${field('forbrukning', 'Förbrukning per år', { numeric: true, hint: 'I kilowattimmar. Står på elräkningen.' })}
          <div class="field wide">
            <label for="meddelande">Något mer vi bör veta? <span class="optional">(valfritt)</span></label>
            <textarea id="meddelande" name="meddelande" rows="3">${answers.meddelande ?? ''}</textarea>
          </div>
          <div class="field wide check">
            <input id="nyhetsbrev" name="nyhetsbrev" type="checkbox" value="ja" ${answers.nyhetsbrev ? 'checked' : ''}>
            <label for="nyhetsbrev">Ja tack, skicka nyhetsbrevet några gånger om året. Avsluta när du vill.</label>
          </div>
          <button class="button wide" type="submit">Skicka förfrågan</button>
        </form>
      </div>
    </section>`;
}
