import { addDays, toDay } from '../../../core/model/calendar.ts';
import type { TypedTopic } from '../browser/tab/guidance-driver.ts';

const linked = (words: string, address: string | undefined): string =>
  address === undefined ? words : `[${words}](${address})`;

/** A topic that a force could write, with an end to its texts that can be looked for, and a link where it has one. */
export const createGiftsTopic = (mark = '', register?: string): TypedTopic => ({
  id: 'gifts-and-favours',
  title: { en: 'Gifts and favours', cy: 'Rhoddion a ffafrau' },
  text: {
    en: `A gift can **bind** you to whoever gives it.\n\n## If somebody offers you one\n\n- Say no, kindly.\n- Tell your supervisor the same day.\n- Write it in the ${linked('register', register)}.\n\nSomebody you met through your work may feel that they owe you something. They do not. ${mark}`.trim(),
    cy: `Gall rhodd eich **clymu** wrth bwy bynnag sy’n ei rhoi.\n\n## Os bydd rhywun yn cynnig un i chi\n\n- Dywedwch na, yn garedig.\n- Dywedwch wrth eich goruchwyliwr yr un diwrnod.\n- Ysgrifennwch hynny yn y ${linked('gofrestr', register)}.\n\nEfallai y bydd rhywun y gwnaethoch gyfarfod â nhw drwy’ch gwaith yn teimlo bod arnyn nhw rywbeth i chi. Nid oes. ${mark}`.trim(),
  },
  owner: { en: 'Professional Standards', cy: 'Safonau Proffesiynol' },
  reviewBy: addDays(toDay(new Date(), 'Europe/London'), 365),
});
