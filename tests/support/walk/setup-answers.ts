import { questions } from '../../../cli/setup/questions.ts';
import { developmentPeople as people } from '../../../development/development-tenant.ts';
import { channels, tenantId } from '../journeys/bot-settings.ts';
import type { WalkNetwork } from './network.ts';
import type { PromptAnswer } from './terminal.ts';

/** Answers of a force to setup, by the settings. To all others it presses Enter alone. */
const answersOf = ({ microsoft, publicHost }: WalkNetwork): Readonly<Record<string, string>> => ({
  FORCE_NAME_EN: 'Example Police',
  FORCE_NAME_CY: 'Heddlu Enghraifft',
  VICTIMS_NAME_EN: 'Example Victims Service',
  VICTIMS_NAME_CY: 'Gwasanaeth Dioddefwyr Enghraifft',
  VICTIMS_PHONE: '01632 960001',
  PUBLIC_HOST: publicHost,
  TENANT_ID: tenantId,
  BOT_APP_ID: microsoft.issuer.appId,
  BOT_APP_PASSWORD: microsoft.issuer.appSecret,
  ROLE_HANDLERS: `${people.handler} ${people.secondHandler}`,
  ROLE_CUSTODIANS: people.custodian,
  ROLE_RESERVE: `${people.reserve} ${people.secondReserve}`,
  ROLE_ADMINS: people.admin,
  ALERT_TARGET_ACU: channels.acu,
  ALERT_TARGET_RESERVE: channels.reserve,
  STAFFED_HOURS: 'mon-fri 08:00-18:00',
  ALERT_TARGET_ACU_ON_CALL: channels.acuSecond,
  ALERT_TARGET_RESERVE_ON_CALL: channels.reserve,
  ACKNOWLEDGE_TARGET_DAYS: '2',
});

const fields = questions.flatMap((question) => question.fields);

/** Answers setup as somebody at a terminal does: nothing where it asks nothing yet. */
export function createSetupAnswers(of: WalkNetwork): PromptAnswer {
  const answers = answersOf(of);
  return (asked) => {
    const prompt = /(?:^|\n) {2}([^\n[]+?)(?: \[[^\n]*\])?: $/u.exec(asked.replaceAll('\r', ''))?.[1];
    if (prompt === 'Path of the file with the lines, or the lines themselves and then an empty one')
      return '/media/stick/recipients.env';
    if (prompt === 'Are these the security codes on paper? yes or no') return 'yes';
    const field = fields.find((one) => one.prompt === prompt);
    return field && (answers[field.name] ?? '');
  };
}
