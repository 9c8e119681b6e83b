import type { Language } from '../concerns/terms/language.ts';
import type { DevelopmentTheme } from '../contract/development-messages.ts';
import type { DevelopmentPerson } from './people.ts';

export interface TeamsHostWords {
  readonly title: string;
  readonly warning: string;
  readonly person: string;
  readonly theme: string;
  readonly language: string;
  readonly frame: string;
  readonly people: Readonly<Record<DevelopmentPerson, string>>;
  readonly themes: Readonly<Record<DevelopmentTheme, string>>;
}

export const teamsHostWords: Readonly<Record<Language, TeamsHostWords>> = {
  en: {
    title: 'Candour in a stand-in for Teams',
    warning: 'For development on this machine only. Anybody here can be anybody: type nothing real.',
    person: 'Person',
    theme: 'Theme',
    language: 'Language',
    frame: 'Candour’s tab',
    people: {
      staff: 'Staff member, without a role',
      handler: 'ACU handler',
      secondHandler: 'Second ACU handler',
      custodian: 'Identity custodian',
      secondCustodian: 'Second identity custodian',
      reserve: 'Reserve handler',
      secondReserve: 'Second reserve handler',
      admin: 'Admin',
      summaryReader: 'Summary reader',
      writer: 'Writer of guidance',
      secondWriter: 'Second writer of guidance',
    },
    themes: { default: 'Light', dark: 'Dark', contrast: 'High contrast' },
  },
  cy: {
    title: 'Candour mewn tudalen sy’n cymryd lle Teams',
    warning:
      'Ar gyfer datblygu ar y peiriant hwn yn unig. Gall unrhyw un yma fod yn unrhyw un: peidiwch â theipio dim byd go iawn.',
    person: 'Person',
    theme: 'Thema',
    language: 'Iaith',
    frame: 'Tab Candour',
    people: {
      staff: 'Aelod o staff, heb rôl',
      handler: 'Swyddog achosion yr Uned Wrthlygredd',
      secondHandler: 'Ail swyddog achosion yr Uned Wrthlygredd',
      custodian: 'Ceidwad hunaniaeth',
      secondCustodian: 'Ail geidwad hunaniaeth',
      reserve: 'Swyddog wrth gefn',
      secondReserve: 'Ail swyddog wrth gefn',
      admin: 'Gweinyddwr',
      summaryReader: 'Darllenydd crynodebau',
      writer: 'Awdur canllawiau',
      secondWriter: 'Ail awdur canllawiau',
    },
    themes: { default: 'Golau', dark: 'Tywyll', contrast: 'Cyferbyniad uchel' },
  },
};
