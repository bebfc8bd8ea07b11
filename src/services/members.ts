// Written by `npm run lists` from the files in this folder. Do not edit.

/** The known services of each category, separated by spaces: all that the head needs of them. */
export const members: Readonly<Record<string, string>> = {
  statistics: 'clarity google-analytics matomo posthog',
  preferences: 'google-maps',
  marketing: 'meta-pixel vimeo youtube',
};
