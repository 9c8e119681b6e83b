export type TabHostName = 'teams' | 'microsoft365';

interface TabHost {
  /** From Microsoft's "Configure your tab app". */
  readonly clients: readonly string[];
  /** From Microsoft's "Tab requirements". */
  readonly frameAncestors: readonly string[];
}

const teams: TabHost = {
  clients: ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'],
  frameAncestors: [
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://teams.cloud.microsoft',
    'https://*.teams.cloud.microsoft',
  ],
};

const otherHosts: TabHost = {
  clients: [
    // Microsoft 365 in a browser, on the desktop, and on phones; the last is also Outlook on the desktop.
    '4765445b-32c6-49b0-83e6-1d93765276ca',
    '0ec893e0-5785-4de6-99da-4ed124e5296c',
    'd3590ed6-52b3-4102-aeff-aad2292ab01c',
    // Outlook in a browser, and on phones.
    'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
    '27922004-5251-4030-b22d-91ecd9a37ea4',
  ],
  frameAncestors: [
    'https://*.cloud.microsoft',
    'https://*.microsoft365.com',
    'https://*.office.com',
    'https://outlook.office.com',
    'https://outlook.office365.com',
    'https://outlook-sdf.office.com',
    'https://outlook-sdf.office365.com',
  ],
};

export const tabHosts: Readonly<Record<TabHostName, TabHost>> = {
  teams,
  microsoft365: {
    clients: [...teams.clients, ...otherHosts.clients],
    frameAncestors: [...teams.frameAncestors, ...otherHosts.frameAncestors],
  },
};

export const tabHostNames = ['teams', 'microsoft365'] as const satisfies readonly TabHostName[];

export const frameAncestors = (
  hosts: TabHostName,
  cloud: { readonly frameAncestors: readonly string[] },
): readonly string[] => [...tabHosts[hosts].frameAncestors, ...cloud.frameAncestors];
