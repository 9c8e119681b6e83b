import type { Words } from '../word.ts';

/** The words about where alerts go, and how they are getting on. */
export const alertChannelPageWords = {
  'target.testHeading': { en: 'Alerts come here', cy: 'Mae rhybuddion yn dod yma' },
  'target.test': {
    en: 'This is a test post. From now on, this channel receives the alerts for: {target}.',
    cy: 'Neges brawf yw hon. O hyn ymlaen, mae’r sianel hon yn derbyn y rhybuddion ar gyfer: {target}.',
  },
  'target.testAdmins': {
    en: 'This is a test post. From now on, this channel is told when alerts cannot be posted in a channel.',
    cy: 'Neges brawf yw hon. O hyn ymlaen, bydd y sianel hon yn cael gwybod pan na ellir postio rhybuddion mewn sianel.',
  },
  'target.tried': {
    en: 'This is a test post. Candour was asked to try this channel. There is nothing to do.',
    cy: 'Neges brawf yw hon. Gofynnwyd i Candour roi cynnig ar y sianel hon. Nid oes dim i’w wneud.',
  },
  'target.refusedHeading': { en: 'The alerts stay where they are', cy: 'Mae’r rhybuddion yn aros lle maent' },
  'target.refused': {
    en: 'You do not have the role needed to set this channel. Nothing was changed.',
    cy: 'Nid oes gennych y rôl sydd ei hangen i osod y sianel hon. Ni newidiwyd dim.',
  },
  'target.mixed': {
    en: 'Reserve alerts have a channel of their own, and no other alerts may go there. Nothing was changed. Please choose another channel.',
    cy: 'Mae gan rybuddion y swyddogion wrth gefn eu sianel eu hunain, ac ni chaiff rhybuddion eraill fynd yno. Ni newidiwyd dim. Dewiswch sianel arall.',
  },
  'target.failed': {
    en: 'The test post could not be posted in this channel. Nothing was changed. Please try again in a few minutes, and tell the operators if it fails again.',
    cy: 'Ni ellid postio’r neges brawf yn y sianel hon. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau, a dywedwch wrth y gweithredwyr os bydd yn methu eto.',
  },
  'target.healthRefusedHeading': { en: 'You cannot see this here', cy: 'Ni allwch weld hyn yma' },
  'target.healthRefused': {
    en: 'It needs a role, and in a channel only the alerts that come there are shown. If you think you should see it, please ask those who run Candour in your force.',
    cy: 'Mae angen rôl, ac mewn sianel dim ond y rhybuddion sy’n dod yno a ddangosir. Os ydych yn meddwl y dylech ei weld, gofynnwch i’r rhai sy’n rhedeg Candour yn eich heddlu.',
  },
  'target.lostHeading': {
    en: 'Alerts cannot be posted in a channel',
    cy: 'Ni ellir postio rhybuddion mewn sianel',
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
  'target.lostRefused': { en: 'The channel refused one.', cy: 'Gwrthododd y sianel un.' },
  'target.lost': {
    en: 'Alerts for “{target}” are kept, and Candour goes on trying. If the channel does not come back, add Candour to another and mention it there with “{command}”.',
    cy: 'Mae rhybuddion ar gyfer “{target}” yn cael eu cadw, ac mae Candour yn dal i geisio. Os na ddaw’r sianel yn ôl, ychwanegwch Candour at un arall a’i grybwyll yno gyda “{command}”.',
  },
  'target.foundHeading': { en: 'Alerts can be posted again', cy: 'Gellir postio rhybuddion eto' },
  'target.found': {
    en: 'Alerts for “{target}” arrive in their channel again. There is nothing to do.',
    cy: 'Mae rhybuddion ar gyfer “{target}” yn cyrraedd eu sianel eto. Nid oes dim i’w wneud.',
  },
  'target.movedHeading': { en: 'Alerts no longer come here', cy: 'Nid yw rhybuddion yn dod yma mwyach' },
  'target.moved': {
    en: 'Somebody with the role “{role}” chose another channel. The alerts for “{target}” go there from now on. If you did not expect this, please tell those who run Candour in your force.',
    cy: 'Dewisodd rhywun sydd â’r rôl “{role}” sianel arall. O hyn ymlaen, bydd y rhybuddion ar gyfer “{target}” yn mynd yno. Os nad oeddech yn disgwyl hyn, dywedwch wrth y rhai sy’n rhedeg Candour yn eich heddlu.',
  },
  'target.movedAwayHeading': { en: 'Alerts go to another channel', cy: 'Mae rhybuddion yn mynd i sianel arall' },
  'target.movedAway': {
    en: 'Somebody with the role “{role}” chose another channel for the alerts for “{target}”. The earlier channel was told as well, if it still takes posts. The history of the settings shows who it was: run “npm run audit -- settings”. If nobody expected this, please ask why.',
    cy: 'Dewisodd rhywun sydd â’r rôl “{role}” sianel arall ar gyfer y rhybuddion i “{target}”. Dywedwyd wrth y sianel flaenorol hefyd, os yw’n dal i dderbyn negeseuon. Mae hanes y gosodiadau yn dangos pwy oedd: rhedwch “npm run audit -- settings”. Os nad oedd neb yn disgwyl hyn, gofynnwch pam.',
  },
  'target.byHandler': { en: 'handler', cy: 'swyddog achosion' },
  'target.byReserve': { en: 'reserve handler', cy: 'swyddog wrth gefn' },
  'target.byAdmin': { en: 'admin', cy: 'gweinyddwr' },
  'target.doubtHeading': {
    en: 'A message to somebody who reported was not genuine',
    cy: 'Neges nad oedd yn ddilys at rywun a roddodd wybod',
  },
  'target.doubt': {
    en: 'Either those who handle the case did not write it, or it was changed afterwards, so it was not shown. Somebody may be able to write to the database. Please check who can, and run “npm run audit -- verify”. The case is not named here.',
    cy: 'Nid y rhai sy’n delio â’r achos a’i hysgrifennodd, neu cafodd ei newid wedyn, felly ni chafodd ei dangos. Efallai y gall rhywun ysgrifennu i’r gronfa ddata. Edrychwch pwy all wneud hynny, a rhedwch “npm run audit -- verify”. Nid yw’r achos yn cael ei enwi yma.',
  },
  'target.unheardHeading': {
    en: 'Nobody has acknowledged an urgent alert',
    cy: 'Nid oes neb wedi cydnabod rhybudd brys',
  },
  'target.unheard': {
    en: 'It was posted many times. From now on it is posted once a day until somebody acknowledges it. Please ask those who handle cases to look through their list of cases. No case is named here.',
    cy: 'Cafodd ei bostio lawer gwaith. O hyn ymlaen caiff ei bostio unwaith y dydd nes i rywun ei gydnabod. Gofynnwch i’r rhai sy’n delio ag achosion edrych drwy eu rhestr achosion. Nid oes achos yn cael ei enwi yma.',
  },
  'target.wrappedHeading': {
    en: 'A key was given to several people',
    cy: 'Rhoddwyd allwedd i sawl person',
  },
  'target.wrapped': {
    en: 'Within an hour, one person gave a copy of {group} to others: {count, number} so far. That is usual when a key is replaced. The history of the settings shows who it was and for whom: run “npm run audit -- settings”. If nobody expected this, please ask why.',
    cy: 'O fewn awr, rhoddodd un person gopi o {group} i eraill: {count, number} hyd yma. Mae hynny’n arferol pan gaiff allwedd ei disodli. Mae hanes y gosodiadau yn dangos pwy a’i rhoddodd ac i bwy: rhedwch “npm run audit -- settings”. Os nad oedd neb yn disgwyl hyn, gofynnwch pam.',
  },
  'target.keyAcu': { en: 'the key of the Anti-Corruption Unit', cy: 'allwedd yr Uned Wrthlygredd' },
  'target.keyReserve': { en: 'the key of the reserve', cy: 'allwedd y swyddogion wrth gefn' },
  'target.keyCustodians': { en: 'the key of the identity custodians', cy: 'allwedd ceidwaid hunaniaeth' },
  'target.keyRecovery': { en: 'the recovery key', cy: 'allwedd adfer Candour' },
  'target.unseenHeading': {
    en: 'Nobody may see a report that was made',
    cy: 'Ni chaiff neb weld adroddiad a wnaed',
  },
  'target.unseen': {
    en: 'Everybody who handles cases of the unit has left or is shut out of one. Two people of the reserve can take it over in Candour’s tab, under “Told to the reserve”: one asks, and another agrees. Or two of those who run Candour add somebody to the unit’s list who is not shut out of it: “npm run audit -- verify” tells them which case it is. Nobody who is shut out may be let in for this. No case is named here.',
    cy: 'Mae pawb sy’n delio ag achosion yr uned wedi gadael neu wedi’u cau allan o un. Gall dau swyddog wrth gefn ei gymryd drosodd yn nhab Candour, o dan “Dywedwyd wrth y swyddogion wrth gefn”: mae un yn gofyn, ac un arall yn cytuno. Neu gall dau o’r rhai sy’n rhedeg Candour ychwanegu at restr yr uned rywun nad yw wedi’i gau allan ohono: mae “npm run audit -- verify” yn dweud wrthynt pa achos ydyw. Ni chaiff neb sydd wedi’i gau allan ddod i mewn oherwydd hyn. Nid oes achos yn cael ei enwi yma.',
  },
  'target.unseenOfReserve': {
    en: 'Everybody who handles what concerns the unit itself has left or is shut out of a report. Please have two of those who run Candour add somebody to that list who is not shut out of it: “npm run audit -- verify” tells them which it is. Nobody who is shut out may be let in for this. Nothing is named here.',
    cy: 'Mae pawb sy’n delio â’r hyn sy’n ymwneud â’r uned ei hun wedi gadael neu wedi’u cau allan o adroddiad. Gofynnwch i ddau o’r rhai sy’n rhedeg Candour ychwanegu at y rhestr honno rywun nad yw wedi’i gau allan ohono: mae “npm run audit -- verify” yn dweud wrthynt pa un ydyw. Ni chaiff neb sydd wedi’i gau allan ddod i mewn oherwydd hyn. Nid oes dim yn cael ei enwi yma.',
  },
  'target.shortHeading': {
    en: 'Too few people hold a role in Candour',
    cy: 'Mae rhy ychydig o bobl â rôl yn Candour',
  },
  'target.shortReserve': {
    en: 'Fewer than two people are on the list of the reserve (ROLE_RESERVE). Until there are two, Candour takes no report that may concern the unit, and leads people to the ways outside Candour. Reports that are with the reserve already stay there.',
    cy: 'Mae llai na dau berson ar restr y swyddogion wrth gefn (ROLE_RESERVE). Nes y bydd dau, nid yw Candour yn derbyn adroddiad a allai ymwneud â’r uned, ac mae’n cyfeirio pobl at y ffyrdd y tu allan i Candour. Mae adroddiadau sydd eisoes gyda’r swyddogion wrth gefn yn aros yno.',
  },
  'target.shortCustodian': {
    en: 'No one is on the list of identity custodians (ROLE_CUSTODIANS). Until someone is, Candour takes no confidential report, and leads people to the other ways of reporting and to those outside Candour.',
    cy: 'Nid oes neb ar restr y ceidwaid hunaniaeth (ROLE_CUSTODIANS). Nes y bydd rhywun arni, nid yw Candour yn derbyn adroddiad cyfrinachol, ac mae’n cyfeirio pobl at y ffyrdd eraill o roi gwybod ac at y rhai y tu allan i Candour.',
  },
  'target.restoredHeading': {
    en: 'Candour’s records were put back from a backup',
    cy: 'Rhoddwyd cofnodion Candour yn ôl o gopi wrth gefn',
  },
  'target.restored': {
    en: 'Candour does not know what was sent after that backup was made. So messages of campaigns, daily counts and weekly summaries are paused, so that nobody gets them twice. Alerts of cases go on. Cancel in the tab what has arrived, then ask those who run Candour to let the rest go on: “npm run restore -- --go-on”.',
    cy: 'Nid yw Candour yn gwybod beth a anfonwyd ar ôl i’r copi hwnnw gael ei wneud. Felly mae negeseuon ymgyrchoedd, cyfrifon dyddiol a chrynodebau wythnosol wedi’u hoedi, rhag i neb eu cael ddwywaith. Mae rhybuddion am achosion yn mynd ymlaen. Canslwch yn y tab yr hyn sydd wedi cyrraedd, yna gofynnwch i’r rhai sy’n rhedeg Candour adael i’r gweddill fynd ymlaen: “npm run restore -- --go-on”.',
  },
  'target.setAsideHeading': {
    en: 'There are alerts that cannot be read',
    cy: 'Mae rhybuddion na ellir eu darllen',
  },
  'target.setAside': {
    en: 'They cannot be posted: {count, number}. All others are posted as usual. Please ask those who handle cases to look through the list of cases, and those who run Candour to run “npm run audit -- verify”. No case is named here.',
    cy: 'Ni ellir eu postio: {count, number}. Mae pob un arall yn cael ei bostio fel arfer. Gofynnwch i’r rhai sy’n delio ag achosion edrych drwy’r rhestr achosion, ac i’r rhai sy’n rhedeg Candour redeg “npm run audit -- verify”. Nid oes achos yn cael ei enwi yma.',
  },
  'target.healthHeading': { en: 'Alert health', cy: 'Cyflwr y rhybuddion' },
  'target.acuCases': { en: 'Cases of the Anti-Corruption Unit', cy: 'Achosion yr Uned Wrthlygredd' },
  'target.reserveCases': { en: 'Cases of the reserve', cy: 'Achosion y swyddogion wrth gefn' },
  'target.waiting': { en: 'Waiting: {count, number}.', cy: 'Yn aros: {count, number}.' },
  'target.failing': {
    en: 'Of these, failed at the last attempt: {count, number}.',
    cy: 'O’r rhain, wedi methu ar y cynnig diwethaf: {count, number}.',
  },
  'target.lastPosted': { en: 'Last posted: {time}.', cy: 'Postiwyd ddiwethaf: {time}.' },
  'target.neverPosted': { en: 'None has been posted yet.', cy: 'Nid oes un wedi’i bostio eto.' },
  'target.channels': { en: 'Channels', cy: 'Sianeli' },
  'target.set': { en: '{target}: set.', cy: '{target}: wedi’i gosod.' },
  'target.gone': { en: '{target}: lost, still tried.', cy: '{target}: wedi’i cholli, yn dal i geisio.' },
  'target.noneSet': { en: 'No channel is set.', cy: 'Nid oes sianel wedi’i gosod.' },
} as const satisfies Words<'target'>;
