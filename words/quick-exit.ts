/** For a force that has set none: a page that says nothing about the person. */
export const quickExitUsually = 'https://www.bbc.co.uk/weather';
