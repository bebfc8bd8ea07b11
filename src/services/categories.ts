// Written by `npm run lists` from the files in this folder. Do not edit.

/** The category of each known service, by id: all that the head needs of them. */
export const categories: Readonly<Record<string, string>> = {
  clarity: 'statistics',
  'google-analytics': 'statistics',
  'google-maps': 'preferences',
  matomo: 'statistics',
  'meta-pixel': 'marketing',
  posthog: 'statistics',
  vimeo: 'marketing',
  youtube: 'marketing',
};
