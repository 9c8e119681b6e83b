import type { Words } from '../word.ts';

/** The words about where alerts go, and how they are getting on. */
export const alertChannelPageWords = {
  'target.testHeading': { en: 'This channel was chosen', cy: 'Dewiswyd y sianel hon' },
  'target.test': {
    en: 'This is a test post. From now on, this channel receives the alerts for: {target}.',
    cy: 'Neges brawf yw hon. O hyn ymlaen, mae’r sianel hon yn derbyn y rhybuddion ar gyfer: {target}.',
  },
  'target.testAdmins': {
    en: 'This is a test post. From now on, Candour posts warnings for admins in this channel, for example if it cannot post in another channel.',
    cy: 'Neges brawf yw hon. O hyn ymlaen, bydd Candour yn postio rhybuddion i weinyddwyr yn y sianel hon, er enghraifft os na all bostio mewn sianel arall.',
  },
  'target.tried': {
    en: 'This is a test post. An operator used a command to check this channel. There is nothing you need to do.',
    cy: 'Neges brawf yw hon. Defnyddiodd gweithredwr orchymyn i wirio’r sianel hon. Nid oes angen i chi wneud dim.',
  },
  'target.refusedHeading': { en: 'This channel was not chosen', cy: 'Ni ddewiswyd y sianel hon' },
  'target.refused': {
    en: 'You do not have the role needed to choose this channel. Nothing was changed.',
    cy: 'Nid oes gennych y rôl sydd ei hangen i ddewis y sianel hon. Ni newidiwyd dim.',
  },
  'target.mixed': {
    en: 'Posts for the reserve officers have a channel of their own, and no other posts may go there. Nothing was changed. Choose another channel.',
    cy: 'Mae gan negeseuon i’r swyddogion wrth gefn eu sianel eu hunain, ac ni chaniateir negeseuon eraill yno. Ni newidiwyd dim. Dewiswch sianel arall.',
  },
  'target.failed': {
    en: 'The test post could not be sent to this channel. Nothing was changed. Try again in a few minutes, and tell the operators if it fails again.',
    cy: 'Ni ellid postio’r neges brawf yn y sianel hon. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau, a dywedwch wrth y gweithredwyr os bydd yn methu eto.',
  },
  'target.healthRefusedHeading': { en: 'You cannot see this here', cy: 'Ni allwch weld hyn yma' },
  'target.healthRefused': {
    en: 'You need a role to see this. In a channel, you see only what is posted there. If you think you should be able to see this, ask the operators in your force.',
    cy: 'Mae angen rôl i weld hyn. Mewn sianel, dim ond yr hyn sy’n cael ei bostio yno sydd i’w weld. Os ydych yn meddwl y dylech allu gweld hyn, gofynnwch i’r gweithredwyr yn eich heddlu.',
  },
  'target.lostHeading': {
    en: 'Candour cannot post in a channel',
    cy: 'Ni all Candour bostio mewn sianel',
  },
  'target.lostTeamRemoved': {
    en: 'Candour was removed from the team.',
    cy: 'Tynnwyd Candour o’r tîm.',
  },
  'target.lostChannelRemoved': {
    en: 'Candour is no longer allowed in the channel.',
    cy: 'Nid oes gan Candour ganiatâd i fod yn y sianel bellach.',
  },
  'target.lostChannelDeleted': { en: 'The channel was deleted.', cy: 'Cafodd y sianel ei dileu.' },
  'target.lostTeamDeleted': { en: 'The team was deleted.', cy: 'Cafodd y tîm ei ddileu.' },
  'target.lostTeamArchived': { en: 'The team was archived.', cy: 'Cafodd y tîm ei archifo.' },
  'target.lostRefused': { en: 'The channel rejected a post.', cy: 'Gwrthododd y sianel neges.' },
  'target.lost': {
    en: 'Posts for “{target}” are kept, and Candour keeps trying. If the channel is gone for good, add Candour to another channel and mention Candour there with “{command}”.',
    cy: 'Mae negeseuon ar gyfer “{target}” yn cael eu cadw, ac mae Candour yn dal i geisio eu postio. Os na ddaw’r sianel yn ôl, ychwanegwch Candour at sianel arall a chrybwyllwch Candour yno gyda “{command}”.',
  },
  'target.foundHeading': { en: 'Candour can post in the channel again', cy: 'Gall Candour bostio yn y sianel eto' },
  'target.found': {
    en: 'Posts for “{target}” arrive in their channel again. There is nothing you need to do.',
    cy: 'Mae negeseuon ar gyfer “{target}” yn cyrraedd eu sianel eto. Nid oes angen i chi wneud dim.',
  },
  'target.movedHeading': { en: 'Posts no longer come here', cy: 'Nid yw negeseuon yn dod yma mwyach' },
  'target.moved': {
    en: 'Someone with the role “{role}” chose another channel. Posts for “{target}” go there from now on. If you did not expect this, tell the operators in your force.',
    cy: 'Dewisodd rhywun sydd â’r rôl “{role}” sianel arall. O hyn ymlaen, bydd y negeseuon ar gyfer “{target}” yn mynd yno. Os nad oeddech yn disgwyl hyn, dywedwch wrth y gweithredwyr yn eich heddlu.',
  },
  'target.movedAwayHeading': {
    en: 'Posts now go to another channel',
    cy: 'Mae negeseuon bellach yn mynd i sianel arall',
  },
  'target.movedAway': {
    en: 'Someone with the role “{role}” moved the posts for “{target}” to another channel. Candour told the earlier channel too, if it could still post there. The history of the settings shows who moved them: run “npm run audit -- settings”. If nobody expected this, ask why.',
    cy: 'Symudodd rhywun sydd â’r rôl “{role}” y negeseuon ar gyfer “{target}” i sianel arall. Dywedodd Candour wrth y sianel flaenorol hefyd, os oedd yn dal i allu postio yno. Mae hanes y gosodiadau yn dangos pwy a’u symudodd: rhedwch “npm run audit -- settings”. Os nad oedd neb yn disgwyl hyn, gofynnwch pam.',
  },
  'target.byHandler': { en: 'case handler', cy: 'swyddog achosion' },
  'target.byReserve': { en: 'reserve officer', cy: 'swyddog wrth gefn' },
  'target.byAdmin': { en: 'admin', cy: 'gweinyddwr' },
  'target.doubtHeading': {
    en: 'A message to someone who reported was not genuine',
    cy: 'Neges nad oedd yn ddilys at berson a roddodd wybod',
  },
  'target.doubt': {
    en: 'Either the people handling the case did not write it, or it was changed afterwards, so it was not shown. Someone may be able to write to the database. Check who can, and run “npm run audit -- verify”. The case is not named here.',
    cy: 'Naill ai nid y bobl sy’n delio â’r achos a’i hysgrifennodd, neu cafodd ei newid wedyn, felly ni chafodd ei dangos. Efallai y gall rhywun ysgrifennu i’r gronfa ddata. Gwiriwch pwy all wneud hynny, a rhedwch “npm run audit -- verify”. Nid yw’r achos yn cael ei enwi yma.',
  },
  'target.unheardHeading': {
    en: 'Nobody has acknowledged an urgent alert',
    cy: 'Nid oes neb wedi cydnabod rhybudd brys',
  },
  'target.unheard': {
    en: 'It was posted many times. From now on it is posted once a day until someone acknowledges it. Ask the case handlers to look through their list of cases. No case is named here.',
    cy: 'Cafodd ei bostio lawer gwaith. O hyn ymlaen caiff ei bostio unwaith y dydd nes i rywun ei gydnabod. Gofynnwch i’r swyddogion achosion edrych drwy eu rhestr achosion. Nid oes achos yn cael ei enwi yma.',
  },
  'target.wrappedHeading': {
    en: 'A key was given to several people',
    cy: 'Rhoddwyd allwedd i sawl person',
  },
  'target.wrapped': {
    en: 'Within an hour, one person gave a copy of {group} to other people. Number of people so far: {count, number}. That is usual when a key is replaced. The history of the settings shows who gave the copies, and to whom: run “npm run audit -- settings”. If nobody expected this, ask why.',
    cy: 'O fewn awr, rhoddodd un person gopi o {group} i bobl eraill. Nifer y bobl hyd yma: {count, number}. Mae hynny’n arferol pan gaiff allwedd ei disodli. Mae hanes y gosodiadau yn dangos pwy a roddodd y copïau, ac i bwy: rhedwch “npm run audit -- settings”. Os nad oedd neb yn disgwyl hyn, gofynnwch pam.',
  },
  'target.keyAcu': { en: 'the key of the Anti-Corruption Unit', cy: 'allwedd yr Uned Wrthlygredd' },
  'target.keyReserve': { en: 'the reserve officers’ key', cy: 'allwedd y swyddogion wrth gefn' },
  'target.keyCustodians': { en: 'the key of the identity custodians', cy: 'allwedd y ceidwaid hunaniaeth' },
  'target.keyRecovery': { en: 'the recovery key', cy: 'allwedd adfer Candour' },
  'target.unseenHeading': { en: 'Nobody has access to a report', cy: 'Nid oes gan neb fynediad at adroddiad' },
  'target.unseen': {
    en: 'Everyone who handles the unit’s cases has left or has lost access to one of those cases. Two reserve officers can take that case over in Candour’s tab, under “For the reserve officers”: one asks, and another agrees. Or ask two operators to add someone to the list of case handlers (ROLE_HANDLERS). It must be someone whose access to that case was not removed: “npm run audit -- verify” tells the operators which case it is. Access that was removed must not be restored for this. No case is named here.',
    cy: 'Mae pawb sy’n delio ag achosion yr uned wedi gadael neu wedi colli mynediad at un o’r achosion hynny. Gall dau swyddog wrth gefn gymryd yr achos hwnnw drosodd yn nhab Candour, o dan “I’r swyddogion wrth gefn”: mae un yn gofyn, ac un arall yn cytuno. Neu gofynnwch i ddau weithredwr ychwanegu rhywun at restr y swyddogion achosion (ROLE_HANDLERS). Rhaid dewis rhywun na thynnwyd ei fynediad at yr achos hwnnw: mae “npm run audit -- verify” yn dweud wrth y gweithredwyr pa achos ydyw. Rhaid peidio ag adfer mynediad a dynnwyd er mwyn gwneud hyn. Nid oes achos yn cael ei enwi yma.',
  },
  'target.unseenOfReserve': {
    en: 'Everyone who handles reports about the unit itself has left or has lost access to one of those reports. Ask two operators to add someone to the list of reserve officers (ROLE_RESERVE). It must be someone whose access to that report was not removed: “npm run audit -- verify” tells the operators which report it is. Access that was removed must not be restored for this. No report is named here.',
    cy: 'Mae pawb sy’n delio ag adroddiadau am yr uned ei hun wedi gadael neu wedi colli mynediad at un o’r adroddiadau hynny. Gofynnwch i ddau weithredwr ychwanegu rhywun at restr y swyddogion wrth gefn (ROLE_RESERVE). Rhaid dewis rhywun na thynnwyd ei fynediad at yr adroddiad hwnnw: mae “npm run audit -- verify” yn dweud wrth y gweithredwyr pa adroddiad ydyw. Rhaid peidio ag adfer mynediad a dynnwyd er mwyn gwneud hyn. Nid oes adroddiad yn cael ei enwi yma.',
  },
  'target.shortHeading': {
    en: 'A role in Candour has too few people',
    cy: 'Mae rhy ychydig o bobl mewn rôl yn Candour',
  },
  'target.shortReserve': {
    en: 'Fewer than two people are on the list of reserve officers (ROLE_RESERVE). Until there are two, Candour accepts no report that could be about the unit, and points people to the ways to report outside Candour. Reports that are already with the reserve officers stay with them.',
    cy: 'Mae llai na dau berson ar restr y swyddogion wrth gefn (ROLE_RESERVE). Nes y bydd dau, nid yw Candour yn derbyn unrhyw adroddiad a allai ymwneud â’r uned, ac mae’n cyfeirio pobl at y ffyrdd o roi gwybod y tu allan i Candour. Mae adroddiadau sydd eisoes gyda’r swyddogion wrth gefn yn aros gyda nhw.',
  },
  'target.shortCustodian': {
    en: 'Nobody is on the list of identity custodians (ROLE_CUSTODIANS). Until someone is, Candour accepts no confidential reports, and points people to the other ways of reporting, in Candour and outside it.',
    cy: 'Nid oes neb ar restr y ceidwaid hunaniaeth (ROLE_CUSTODIANS). Nes y bydd rhywun arni, nid yw Candour yn derbyn adroddiadau cyfrinachol, ac mae’n cyfeirio pobl at y ffyrdd eraill o roi gwybod, yn Candour a’r tu allan iddo.',
  },
  'target.restoredHeading': {
    en: 'Candour’s records were restored from a backup',
    cy: 'Adferwyd cofnodion Candour o gopi wrth gefn',
  },
  'target.restored': {
    en: 'Candour does not know what was sent after that backup was made. So that nobody gets anything twice, messages to staff, daily counts and weekly summaries are paused. Alerts about cases continue. In the tab, cancel the messages to staff that have already arrived, then ask the operators to let the rest continue: “npm run restore -- --go-on”.',
    cy: 'Nid yw Candour yn gwybod beth a anfonwyd ar ôl gwneud y copi hwnnw. Rhag i neb gael yr un peth ddwywaith, mae negeseuon i staff, niferoedd dyddiol a chrynodebau wythnosol wedi’u hoedi. Mae rhybuddion am achosion yn parhau. Yn y tab, canslwch y negeseuon i staff sydd eisoes wedi cyrraedd, yna gofynnwch i’r gweithredwyr adael i’r gweddill barhau: “npm run restore -- --go-on”.',
  },
  'target.setAsideHeading': {
    en: 'There are alerts that cannot be read',
    cy: 'Mae rhybuddion na ellir eu darllen',
  },
  'target.setAside': {
    en: 'Alerts that cannot be posted: {count, number}. All others are posted as usual. Ask the case handlers to look through their list of cases, and the operators to run “npm run audit -- verify”. No case is named here.',
    cy: 'Nifer y rhybuddion na ellir eu postio: {count, number}. Mae pob un arall yn cael ei bostio fel arfer. Gofynnwch i’r swyddogion achosion edrych drwy eu rhestr achosion, ac i’r gweithredwyr redeg “npm run audit -- verify”. Nid oes achos yn cael ei enwi yma.',
  },
  'target.healthHeading': { en: 'Alert health', cy: 'Cyflwr y rhybuddion' },
  'target.acuCases': { en: 'Cases of the Anti-Corruption Unit', cy: 'Achosion yr Uned Wrthlygredd' },
  'target.reserveCases': { en: 'Cases of the reserve officers', cy: 'Achosion y swyddogion wrth gefn' },
  'target.waiting': { en: 'Alerts waiting: {count, number}.', cy: 'Rhybuddion yn aros: {count, number}.' },
  'target.failing': {
    en: 'Of these, not posted at the last attempt: {count, number}.',
    cy: 'O’r rhain, heb eu postio ar y cynnig diwethaf: {count, number}.',
  },
  'target.lastPosted': { en: 'Last alert posted: {time}.', cy: 'Postiwyd y rhybudd diwethaf: {time}.' },
  'target.neverPosted': { en: 'No alert has been posted yet.', cy: 'Nid oes rhybudd wedi’i bostio eto.' },
  'target.channels': { en: 'Channels', cy: 'Sianeli' },
  'target.set': { en: '{target}: a channel is set.', cy: '{target}: mae sianel wedi’i gosod.' },
  'target.gone': {
    en: '{target}: cannot be reached. Candour keeps trying.',
    cy: '{target}: ni ellir ei chyrraedd. Mae Candour yn dal i geisio.',
  },
  'target.noneSet': { en: 'No channel is set.', cy: 'Nid oes sianel wedi’i gosod.' },
} as const satisfies Words<'target'>;
