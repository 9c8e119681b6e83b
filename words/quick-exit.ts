/** For a force that has set none: a page that says nothing about the person. */
export const defaultQuickExitUrl = 'https://www.bbc.co.uk/weather';
