/** The configuration of the tests' site: one own service with a whole host, one with a path, one that is necessary. */
import { parseConfig } from '../../src/model/parse-config.ts';
import { fullRules } from '../../src/services/full-rules.ts';

const texts = { provider: 'Solannons AB', purpose: 'Mäter annonser.' };

export const configInput = {
  controller: { name: 'Solexempel AB' },
  policyUrl: '/integritet',
  endpoint: '/v1/receipts',
  services: [
    'google-analytics',
    'meta-pixel',
    'youtube',
    { id: 'sol', category: 'marketing', name: 'Solannons', hosts: ['sol.example'], ...texts },
    {
      id: 'own-path',
      category: 'statistics',
      name: 'Egen statistik',
      hosts: ['www.exempel.se/statistik'],
      snippets: ['egenStatistik('],
      ...texts,
    },
    { id: 'chat', category: 'necessary', name: 'Chatt', hosts: ['chat.example'], ...texts },
  ],
};

export const config = parseConfig(configInput, fullRules);
