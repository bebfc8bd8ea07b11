/** What a visitor reads whose browser says no: in every language, plain, and true. */
import { describe, expect, test } from 'vitest';
import { reopenLabels } from '../../src/languages/reopen-labels.ts';
import { signalNotes } from '../../src/languages/signal/texts.ts';

const languages = Object.keys(reopenLabels) as (keyof typeof reopenLabels)[];

describe('the note at marketing', () => {
  test.each(languages)('is there in "%s", and names both ways', (language) => {
    const note = signalNotes[language]('ALLT', 'VAL');
    expect(note).toContain('ALLT');
    expect(note).toContain('VAL');
  });

  test('LAW 65: has short sentences', () => {
    for (const [language, note] of Object.entries(signalNotes)) {
      const sentences = note('Godkänn alla', 'Kakinställningar').split(/[.!?]\s?/);
      const words = sentences.map((sentence) => sentence.split(/\s+/).length);
      expect(Math.max(...words), language).toBeLessThanOrEqual(15);
    }
  });
});
