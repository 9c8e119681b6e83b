import type { KeyGroup } from '../../concerns/terms/recipients.ts';

export const keyNames: Readonly<Record<KeyGroup, string>> = {
  acu: "the Anti-Corruption Unit's key",
  recovery: 'the recovery key',
  reserve: "the reserve handlers' key",
  custodians: "the identity custodians' key",
};

interface Advice {
  readonly opens: string;
  readonly kept: string;
  readonly holders: string;
  readonly loss: string;
}

const advice: Readonly<Record<KeyGroup, Advice>> = {
  acu: {
    opens: 'every report that the unit handles, and who sent it where the person gave the unit their name',
    kept: "in the unit's own restricted folder, and a copy in its safe",
    holders: 'handlers of the unit, and nobody who is an identity custodian',
    loss: 'New reports need a new key. Reports until now open with the recovery key only.',
  },
  recovery: {
    opens: "every report, the unit's and the reserve's, where their own key is lost. It opens no confidential identity",
    kept: 'offline, on two media in two safes of two buildings, and on no computer in daily use',
    holders: 'two people together whom the force names, outside the unit. Have it opened by two, and write down why',
    loss: 'Make a new one at once. Until it stands in the settings, a lost key of the unit or the reserve loses reports.',
  },
  reserve: {
    opens: 'reports that concern the unit itself, professional standards or a chief officer',
    kept: 'outside the unit, where nobody of the unit or of professional standards can reach it, and a copy in a safe',
    holders: 'reserve handlers, who are not members of the unit',
    loss: 'New reports of this kind need a new key. Those until now open with the recovery key only.',
  },
  custodians: {
    opens: 'the identities of people who reported in confidence, and no report',
    kept: "with the custodians, and a copy in a safe that the unit's handlers cannot open",
    holders: 'identity custodians, who are handlers of nothing',
    loss: 'Identities until now can never be opened again: the recovery key does not open them. Keep the copy.',
  },
};

export const adviceOnKey = (group: KeyGroup, identityFile: string): readonly string[] => [
  `This is ${keyNames[group]}. It opens ${advice[group].opens}.`,
  '',
  `Where it is kept:  ${identityFile} is the private half, and wrapped. Keep it ${advice[group].kept}.`,
  '                   It never goes to the server, into a chat or into a backup of the server.',
  `Who may hold it:   ${advice[group].holders}.`,
  `If it is lost:     ${advice[group].loss}`,
  '',
  'A newcomer:        makes a key of their own with "npm run keys -- personal" and hands over its .recipient file.',
  '                   A holder then runs "npm run keys -- rewrap" with the .recipient file of everybody who is to',
  '                   open it, the newcomer among them, and puts the new file in place of the old one.',
  '                   Whoever is not named cannot open the new file.',
  'A leaver:          make a new key for what comes next and put its line in the settings in place of this one.',
  '                   Rewrap the old key without the leaver, because older reports still need it. This does not undo',
  '                   what is past: who kept a copy of this file, of the key or of a report can still open it.',
  'In the tab:        the page "Keys" leads through both, for those who make their own keys there.',
];

export const adviceOnPersonalKey = (identityFile: string, recipientFile: string): readonly string[] => [
  `${identityFile} is your own key, wrapped in your passphrase. Nobody else may have it, not even your unit.`,
  `${recipientFile} is its public half. Hand it to whoever rewraps the key that you are to hold.`,
  '  Let them compare the fingerprint with you by voice, so that nobody puts another in its place.',
  'If you lose the file or forget the passphrase, make another, and have the key rewrapped for it.',
  'If somebody else may have had both, say so at once: the key that you hold must be replaced.',
];

export const adviceOnRewrapping = (identityFile: string): readonly string[] => [
  `${identityFile} is the same key, wrapped anew. Reports open with it as before, and the settings stay as they are.`,
  'Try it with "npm run keys -- check", then put it in place of the old file and delete every copy of the old one.',
  'Who kept an old copy can still open that copy. If somebody has left, a new key is needed for what comes next.',
];

export const usage = `How to use it:

npm run keys -- make --for acu|recovery|reserve|custodians --to <folder> [--wrap-for <recipient>]...
    Makes a key. Without --wrap-for it is wrapped in a passphrase; with it, for the people named.
npm run keys -- personal --to <folder> [--name <name>]
    Makes a holder's own key, wrapped in a passphrase.
npm run keys -- rewrap --identity <file> --to <folder> [--personal <file>] [--wrap-for <recipient>]...
    Wraps a key anew, for the people named or in a new passphrase.
npm run keys -- check --identity <file> [--personal <file>] [--settings <file>]
    Tries whether a key opens what the server seals. Settings come from the environment or the file.
npm run keys -- signing
    Makes the key that exported cases are signed with, and prints it as a setting with its public half.
npm run keys -- ceremony --to <folder>
    Makes the key that signs whom reports are sealed to, and prints its public half for the build of the page.
npm run keys -- sign-list --key <file> --settings <file>
    Signs the public lines that the file of settings names, and prints the signature as a setting.

<recipient> is a line that begins "age1pq1", or a file that holds one.
A new passphrase is best drawn: press Enter alone where it is asked for, and six words are shown. One that
you make up needs 20 characters and must be hard to guess.
Passphrases are asked for, or read from --passphrase-file (to open, or for a new key) and
--new-passphrase-file (to wrap anew). No file that stands is ever overwritten.`;
