/** Where whoever leaves a page quickly arrives, where the force has set nothing: a page that says nothing about them. */
export const quickExitUsually = 'https://www.bbc.co.uk/weather';
