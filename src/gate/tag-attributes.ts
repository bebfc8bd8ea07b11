/** Matches what has a tag in an attribute that is meant for one: ours, and those of the products people move from. */
export const tagAttributes =
  ':is([data-category],[data-service],[data-cookieconsent],[data-cookieyes],[data-purpose],[class*="optanon-category-"])';
