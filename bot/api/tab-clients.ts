/**
 * The apps that may ask Entra for a token of the tab: Microsoft's own, as "Configure your tab app in Microsoft Entra ID"
 * (learn.microsoft.com) lists them. The setting TAB_CLIENTS takes their place.
 */
export const microsoftClients: readonly string[] = [
  // Teams on the desktop and on phones, and in a browser.
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  // Microsoft 365 in a browser, on the desktop, and on phones; the last one is Outlook on the desktop as well.
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  // Outlook in a browser, and on phones.
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
];
