import type { Words } from '../word.ts';

/** The first card of a report: what happens, and what cannot be promised. */
export const limitsWords = {
  'limits.intro': {
    en: 'Here you can report a concern about a colleague, step by step. You can stop at any time. Nothing is saved until you send it or ask to finish later.',
    cy: 'Yma gallwch roi gwybod am bryder ynghylch cydweithiwr, gam wrth gam. Gallwch stopio ar unrhyw adeg. Nid oes dim yn cael ei gadw nes i chi ei anfon neu ofyn am gael gorffen yn nes ymlaen.',
  },
  'limits.happensHeading': { en: 'What happens with your report', cy: 'Beth sy’n digwydd i’ch adroddiad' },
  'limits.happens': {
    en: 'It is sealed and goes to the Anti-Corruption Unit. Only those who hold its keys can open it. If it may concern the unit, the Professional Standards Department, the Chief Constable or another senior officer, it goes first to {reserve}, outside the unit.',
    cy: 'Caiff ei selio a’i anfon at yr Uned Wrthlygredd. Dim ond y rhai sy’n dal yr allweddi a all ei agor. Os gallai ymwneud â’r uned, â’r Adran Safonau Proffesiynol, â’r Prif Gwnstabl neu ag uwch-swyddog arall, bydd yn gyntaf yng ngofal {reserve}, y tu allan i’r uned.',
  },
  'limits.code': {
    en: 'You are given a code. With it you can come back, see where your report stands and add to it.',
    cy: 'Byddwch yn cael cod. Gydag ef gallwch ddod yn ôl, gweld beth yw sefyllfa eich adroddiad ac ychwanegu ato.',
  },
  'limits.promiseHeading': { en: 'What we cannot promise', cy: 'Yr hyn na allwn ei addo' },
  'limits.teams': {
    en: 'Teams tells Candour who is typing. While a step is being processed, your words pass through our server, and whoever controls it could read them then.',
    cy: 'Mae Teams yn dweud wrth Candour pwy sy’n teipio. Tra bydd cam yn cael ei brosesu, mae eich geiriau’n mynd drwy ein gweinydd, a gallai pwy bynnag sy’n ei reoli eu darllen bryd hynny.',
  },
  'limits.life': {
    en: 'Where life is at risk, the force may try to find out who reported. A senior officer decides that, and it is recorded.',
    cy: 'Os yw bywyd rhywun mewn perygl, gall yr heddlu geisio canfod pwy roddodd wybod. Uwch-swyddog sy’n penderfynu hynny, ac mae’n cael ei gofnodi.',
  },
  'limits.cost': {
    en: 'If nobody knows who you are, your legal protection may be weaker and your concern may be harder to look into.',
    cy: 'Os nad oes neb yn gwybod pwy ydych chi, gall eich amddiffyniad cyfreithiol fod yn wannach a gall fod yn anoddach ymchwilio i’ch pryder.',
  },
  'limits.twelveHours': {
    en: 'If you leave a card unfinished, you can go back to it for 12 hours.',
    cy: 'Os gadewch gerdyn heb ei orffen, gallwch ddychwelyd ato am 12 awr.',
  },
} as const satisfies Words<'limits'>;
