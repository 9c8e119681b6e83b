import type { Words } from '../word.ts';

/** The page of one case: its head, the report, and what must be told before anyone relies on it. */
export const caseWords = {
  'case.heading': { en: 'Case {reference}', cy: 'Achos {reference}' },
  'case.loading': { en: 'Loading the case', cy: 'Yn llwytho’r achos' },
  'case.back': { en: 'Back to the list', cy: 'Yn ôl i’r rhestr' },
  'case.retry': { en: 'Try again', cy: 'Rhoi cynnig arall arni' },
  'case.refresh': { en: 'Refresh', cy: 'Adnewyddu' },
  'case.refusedHeading': { en: 'This case is not available to you', cy: 'Nid yw’r achos hwn ar gael i chi' },
  'case.refusedText': {
    en: 'Either there is no such case, or you do not have access to it.',
    cy: 'Naill ai nid oes achos o’r fath, neu nid oes gennych fynediad ato.',
  },
  'case.outHeading': {
    en: 'You no longer have access to this case',
    cy: 'Nid oes gennych fynediad at yr achos hwn mwyach',
  },
  'case.outText': {
    en: 'You can no longer see this case: not in the list, the counts or the alerts. You will remember what you have already read: do not discuss it with anyone.',
    cy: 'Ni allwch weld yr achos hwn mwyach: nid yw yn y rhestr, yn y niferoedd nac yn y rhybuddion. Byddwch yn cofio’r hyn a ddarllenoch eisoes: peidiwch â’i drafod â neb.',
  },

  'case.status': { en: 'Status', cy: 'Statws' },
  'case.urgency': { en: 'Urgency', cy: 'Lefel brys' },
  'case.kind': { en: 'Kind of concern', cy: 'Math o bryder' },
  'case.receivedOn': { en: 'Received on', cy: 'Derbyniwyd ar' },
  'case.route': { en: 'Reported by', cy: 'Rhoddwyd gwybod gan' },
  'case.language': { en: 'Language of the report', cy: 'Iaith yr adroddiad' },
  'case.mode': { en: 'Way of reporting', cy: 'Dull o roi gwybod' },
  'case.handledBy': { en: 'Handled by', cy: 'Pwy sy’n delio ag ef' },
  'case.with': { en: 'Who has the case', cy: 'Pwy sydd â’r achos' },
  'case.withNobody': { en: 'Nobody yet', cy: 'Neb eto' },
  'case.deadlines': { en: 'Due', cy: 'Targedau' },
  'case.noDeadlines': { en: 'Nothing is due', cy: 'Nid oes unrhyw darged i’w gyrraedd' },
  'case.outcome': { en: 'Outcome', cy: 'Canlyniad' },
  'case.answer': { en: 'Answer to the person who reported', cy: 'Ateb i’r person a roddodd wybod' },
  'case.closedOn': { en: 'Closed on', cy: 'Caewyd ar' },
  'case.category': { en: 'National category', cy: 'Categori cenedlaethol' },
  'case.grading': { en: 'Grading', cy: 'Graddiad' },
  'case.flags': { en: 'Flags', cy: 'Fflagiau' },
  'case.referral': { en: 'Referral', cy: 'Cyfeirio' },
  'case.openLinked': { en: 'Open case {reference}', cy: 'Agor achos {reference}' },
  'case.reviewOn': { en: 'Review on', cy: 'Adolygu ar' },
  'case.onHold': { en: 'On hold: it cannot be erased', cy: 'Ar gadw: ni ellir ei ddileu' },
  'case.chis': {
    en: 'Possible CHIS: messages to the person who reported are stopped',
    cy: 'CHIS posibl: mae negeseuon at y person a roddodd wybod wedi’u hatal',
  },
  'case.modeNamed': {
    en: 'Everyone handling this case can see who reported.',
    cy: 'Gall pawb sy’n delio â’r achos hwn weld pwy a roddodd wybod.',
  },
  'case.modeConfidential': {
    en: 'The person’s name is encrypted. Only an identity custodian can open it, and must record why.',
    cy: 'Mae enw’r person wedi’i amgryptio. Dim ond ceidwad hunaniaeth a all ei agor, a rhaid i’r ceidwad gofnodi pam.',
  },
  'case.modeNotKept': {
    en: 'Candour keeps nothing about who reported. Do not try to find out.',
    cy: 'Nid yw Candour yn cadw dim am bwy a roddodd wybod. Peidiwch â cheisio canfod pwy ydyw.',
  },
  'case.acknowledge': { en: 'Acknowledge the case', cy: 'Cydnabod yr achos' },
  'case.acknowledgeText': {
    en: 'Acknowledging the case says that someone has seen that the report came in, not that anyone has read it or taken the case. The person who reported sees the acknowledgement when they come back.',
    cy: 'Mae cydnabod yr achos yn dweud bod rhywun wedi gweld bod yr adroddiad wedi cyrraedd, nid bod neb wedi’i ddarllen nac wedi cymryd yr achos. Bydd y person a roddodd wybod yn gweld bod yr achos wedi’i gydnabod pan ddaw’n ôl.',
  },
  'case.acknowledgeAgain': { en: 'Acknowledge what is new', cy: 'Cydnabod yr hyn sy’n newydd' },
  'case.acknowledgeAgainText': {
    en: 'An alert was sent about something new in this case, and nobody has acknowledged it yet. An urgent alert repeats until someone does.',
    cy: 'Anfonwyd rhybudd am rywbeth newydd yn yr achos hwn, ac nid oes neb wedi cydnabod y rhybudd eto. Caiff rhybudd brys ei ailadrodd nes i rywun wneud hynny.',
  },
  'case.acknowledged': { en: 'The case is acknowledged.', cy: 'Mae’r achos wedi’i gydnabod.' },
  'case.erased': {
    en: 'Everything reported and written in this case was erased on {day}. The reference number, the dates, who did what, and a few facts such as the urgency, the language and the outcome remain.',
    cy: 'Ar {day} dilëwyd popeth a adroddwyd ac a ysgrifennwyd yn yr achos hwn. Mae’r rhif cyfeirnod, y dyddiadau, pwy wnaeth beth, ac ambell ffaith fel y lefel brys, yr iaith a’r canlyniad yn aros.',
  },
  'case.erasedFor': { en: 'Why it was erased', cy: 'Pam y cafodd ei ddileu' },
  'case.erasureAsked': {
    en: '{name} asked on {day} for this case to be erased. A second person decides.',
    cy: 'Gofynnodd {name} ar {day} am ddileu’r achos hwn. Ail berson sy’n penderfynu.',
  },

  'case.reportHeading': { en: 'The report', cy: 'Yr adroddiad' },
  'case.open': { en: 'Open the report', cy: 'Agor yr adroddiad' },
  'case.openAgain': { en: 'Open the report again', cy: 'Agor yr adroddiad eto' },
  'case.opening': { en: 'The report is being opened.', cy: 'Mae’r adroddiad yn cael ei agor.' },
  'case.openIsRecorded': {
    en: 'The report opens on this page, with your key. Before the page receives it, the case’s history records that you opened it.',
    cy: 'Mae’r adroddiad yn agor ar y dudalen hon, gyda’ch allwedd chi. Cyn i’r dudalen ei gael, mae hanes yr achos yn cofnodi eich bod wedi’i agor.',
  },
  'case.unlockFirst': {
    en: 'Your key is locked. Open the key first.',
    cy: 'Mae eich allwedd wedi’i chloi. Agorwch yr allwedd yn gyntaf.',
  },
  'case.isOpen': { en: 'The report is open.', cy: 'Mae’r adroddiad ar agor.' },
  'case.notForYourKey': {
    en: 'Your key does not open this report. Ask a colleague who has the right key to give you access. A report that the unit passed to the reserve officers opens with the recovery key.',
    cy: 'Nid yw eich allwedd yn agor yr adroddiad hwn. Gofynnwch i gydweithiwr sydd â’r allwedd gywir roi mynediad i chi. Mae adroddiad a ddaeth o’r uned at y swyddogion wrth gefn yn agor gyda’r allwedd adfer.',
  },
  'case.writtenInEnglish': { en: 'Written in English', cy: 'Ysgrifennwyd yn Saesneg' },
  'case.writtenInWelsh': { en: 'Written in Welsh', cy: 'Ysgrifennwyd yn Gymraeg' },
  'case.keepOriginal': {
    en: 'These are the original words. Do not send them to a translator outside the force.',
    cy: 'Dyma’r geiriau gwreiddiol. Peidiwch â’u hanfon at gyfieithydd y tu allan i’r heddlu.',
  },
  'case.newSince': {
    en: '{count, plural, one {Something has been added since you opened the report. Open it again to read it.} other {# things have been added since you opened the report. Open it again to read them.}}',
    cy: '{count, plural, one {Ychwanegwyd rhywbeth ers i chi agor yr adroddiad. Agorwch ef eto i’w ddarllen.} two {Ychwanegwyd # beth ers i chi agor yr adroddiad. Agorwch ef eto i’w darllen.} few {Ychwanegwyd # pheth ers i chi agor yr adroddiad. Agorwch ef eto i’w darllen.} many {Ychwanegwyd # pheth ers i chi agor yr adroddiad. Agorwch ef eto i’w darllen.} other {Ychwanegwyd # peth ers i chi agor yr adroddiad. Agorwch ef eto i’w darllen.}}',
  },
  'case.sealedTo': { en: 'Keys that can open this report', cy: 'Allweddi a all agor yr adroddiad hwn' },
  'case.retiredKey': { en: 'An earlier key', cy: 'Allwedd gynharach' },
  'case.unknownKey': { en: 'An unknown key', cy: 'Allwedd anhysbys' },
  'case.unknownKeyText': {
    en: 'This report can also be opened with a key that does not belong to any group here. Tell the operators and your head of unit before you continue: someone else may be able to read it.',
    cy: 'Gellir agor yr adroddiad hwn hefyd gydag allwedd nad yw’n perthyn i unrhyw grŵp yma. Dywedwch wrth y gweithredwyr a phennaeth eich uned cyn mynd ymlaen: efallai y gall rhywun arall ei ddarllen.',
  },
  'case.keysUnknown': {
    en: 'Candour cannot find out at the moment whose keys these are.',
    cy: 'Ni all Candour ganfod ar hyn o bryd allweddi pwy yw’r rhain.',
  },

  'case.alarmHeading': {
    en: 'Something here may have been tampered with',
    cy: 'Efallai fod rhywun wedi ymyrryd â rhywbeth yma',
  },
  'case.alarmHistory': {
    en: 'The history of this case is not intact: entries were changed, removed or added without a record.',
    cy: 'Nid yw hanes yr achos hwn yn gyfan: cafodd cofnodion eu newid, eu tynnu neu eu hychwanegu heb i hynny gael ei gofnodi.',
  },
  'case.alarmRecord': {
    en: 'The case does not match its last entry: someone changed it and the history has no record of that.',
    cy: 'Nid yw’r achos yn cyfateb i’r cofnod olaf amdano: newidiodd rhywun ef heb i’r hanes gofnodi hynny.',
  },
  'case.alarmMessages': {
    en: '{count, plural, one {One message or shared identity is missing, does not open or is not genuine. It is not shown.} other {# messages or shared identities are missing, do not open or are not genuine. They are not shown.}}',
    cy: '{count, plural, one {Mae un neges neu hunaniaeth a rannwyd ar goll, nid yw’n agor neu nid yw’n ddilys. Nid yw’n cael ei dangos.} two {Mae dwy neges neu hunaniaeth a rannwyd ar goll, nid ydynt yn agor neu nid ydynt yn ddilys. Nid ydynt yn cael eu dangos.} other {Mae # neges neu hunaniaeth a rannwyd ar goll, nid ydynt yn agor neu nid ydynt yn ddilys. Nid ydynt yn cael eu dangos.}}',
  },
  'case.alarmFile': {
    en: 'The file received is not the one listed in this case. It is not shown.',
    cy: 'Nid y ffeil a ddaeth i law yw’r un a restrir yn yr achos hwn. Nid yw’n cael ei dangos.',
  },
  'case.alarmMoved': {
    en: 'The report belongs to another case, or the case was changed. It is not shown.',
    cy: 'Mae’r adroddiad yn perthyn i achos arall, neu cafodd yr achos ei newid. Nid yw’n cael ei ddangos.',
  },
  'case.alarmDamaged': {
    en: 'The report is damaged: it was cut short or changed. It cannot be shown.',
    cy: 'Mae’r adroddiad wedi’i ddifrodi: mae rhan ohono ar goll, neu cafodd ei newid. Ni ellir ei ddangos.',
  },
  'case.alarmAdvice': {
    en: 'Do not rely on anything in this case. Tell the operators and your head of unit.',
    cy: 'Peidiwch â dibynnu ar ddim yn yr achos hwn. Dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'case.alarmRecorded': {
    en: 'The history records that this was noticed.',
    cy: 'Mae’r hanes yn cofnodi bod rhywun wedi sylwi ar hyn.',
  },
  'case.alarmNotRecorded': {
    en: 'The history could not record that this was noticed: tell someone yourself.',
    cy: 'Nid oedd modd cofnodi yn yr hanes bod rhywun wedi sylwi ar hyn: dywedwch wrth rywun eich hun.',
  },

  'case.identityHeading': { en: 'Who reported', cy: 'Pwy roddodd wybod' },
  'case.identityName': { en: '{name}, {id}', cy: '{name}, {id}' },
  'case.identityShared': {
    en: 'An identity custodian shared this with everyone handling the case.',
    cy: 'Rhannodd ceidwad hunaniaeth hyn â phawb sy’n delio â’r achos.',
  },
  'case.identitySealed': {
    en: 'The identity is encrypted for the identity custodians. You can ask them for it on this page, and say why.',
    cy: 'Mae’r hunaniaeth wedi’i hamgryptio ar gyfer y ceidwaid hunaniaeth. Gallwch ofyn iddynt amdani ar y dudalen hon, a dweud pam.',
  },
  'case.identityNotKept': { en: 'Not kept by Candour.', cy: 'Nid yw Candour yn cadw hyn.' },
  'case.identityMissing': {
    en: 'This way of reporting keeps an identity, but there is none here. Tell the operators.',
    cy: 'Mae’r dull hwn o roi gwybod yn cadw hunaniaeth, ond nid oes un yma. Dywedwch wrth y gweithredwyr.',
  },

  'case.keepingHeading': { en: 'Access, keeping and copies', cy: 'Mynediad, cadw a chopïau' },
  'case.workHeading': { en: 'Work', cy: 'Gwaith' },
  'case.exportHeading': { en: 'Export', cy: 'Allforio' },
  'case.exportText': {
    en: 'An export is one signed file and a PDF, both made on this page.',
    cy: 'Un ffeil lofnodedig a PDF yw allforiad. Caiff y ddau eu gwneud ar y dudalen hon.',
  },
  'case.exportOpen': { en: 'Prepare an export', cy: 'Paratoi allforiad' },
  'case.exportLoading': { en: 'The export is being prepared.', cy: 'Mae’r allforiad yn cael ei baratoi.' },

  'case.problemsHeading': {
    en: '{count, plural, one {One thing is still needed} other {# things are still needed}}',
    cy: '{count, plural, one {Mae angen un peth o hyd} two {Mae angen dau beth o hyd} few {Mae angen tri pheth o hyd} many {Mae angen chwe pheth o hyd} other {Mae angen # peth o hyd}}',
  },
  'case.required': { en: '{label} (required)', cy: '{label} (gofynnol)' },
  'case.optional': { en: '{label} (if you wish)', cy: '{label} (os dymunwch)' },
  'case.choose': { en: 'Choose', cy: 'Dewiswch' },
  'case.sending': { en: 'Sending …', cy: 'Yn anfon …' },
  'case.alreadySaved': {
    en: 'This was already saved the first time. Nothing was done twice.',
    cy: 'Roedd hyn eisoes wedi’i gadw y tro cyntaf. Ni wnaed dim ddwywaith.',
  },
  'case.changed': {
    en: 'Someone has changed this case since this page showed it. What you typed stays as it is.',
    cy: 'Mae rhywun wedi newid yr achos hwn ers i’r dudalen hon ei ddangos. Mae’r hyn a deipioch yn aros fel y mae.',
  },
  'case.movedHeading': {
    en: 'Someone changed this case while you were working',
    cy: 'Newidiodd rhywun yr achos hwn tra oeddech yn gweithio',
  },
  'case.movedText': {
    en: 'Nothing was sent. What you typed and chose is still here. This is what changed:',
    cy: 'Nid anfonwyd dim. Mae’r hyn a deipioch ac a ddewisoch yma o hyd. Dyma’r hyn a newidiodd:',
  },
  'case.movedField': {
    en: '{field}: it was “{before}”, and is now “{after}”.',
    cy: '{field}: “{before}” gynt, “{after}” nawr.',
  },
  'case.movedNothing': { en: 'nothing recorded', cy: 'dim wedi’i gofnodi' },
  'case.movedAgain': {
    en: 'Check that what you typed and chose is still right, then send it again.',
    cy: 'Gwiriwch fod yr hyn a deipioch ac a ddewisoch yn dal yn gywir, yna anfonwch ef eto.',
  },
  'case.stillHere': {
    en: 'What you typed and chose is still here.',
    cy: 'Mae’r hyn a deipioch ac a ddewisoch yma o hyd.',
  },
  'case.sealKeyFirst': {
    en: 'Open your key first. The page needs it to make sure that these words are encrypted for the right people. Nothing was sent.',
    cy: 'Agorwch eich allwedd yn gyntaf. Mae ei hangen ar y dudalen i sicrhau bod y geiriau hyn yn cael eu hamgryptio ar gyfer y bobl iawn. Nid anfonwyd dim.',
  },
  'case.sealOwnKey': {
    en: 'This can only be encrypted with your own key. Open your own key first. Nothing was sent.',
    cy: 'Dim ond â’ch allwedd eich hun y gellir amgryptio hyn. Agorwch eich allwedd eich hun yn gyntaf. Nid anfonwyd dim.',
  },
  'case.sealAssigneeKey': {
    en: 'The person this case is with has no key of their own yet, so you cannot write a note for the two of you only. Nothing was sent.',
    cy: 'Nid oes gan y person sydd â’r achos allwedd bersonol eto, felly ni allwch ysgrifennu nodyn i’r ddau ohonoch yn unig. Nid anfonwyd dim.',
  },
  'case.sealOtherKey': {
    en: 'The server lists a key for your group that differs from the one you have. Someone may have put their own key in its place. Nothing was sent: tell the operators and your head of unit.',
    cy: 'Mae’r gweinydd yn rhestru allwedd ar gyfer eich grŵp sy’n wahanol i’r un sydd gennych chi. Efallai fod rhywun wedi rhoi ei allwedd ei hun yn ei lle. Nid anfonwyd dim: dywedwch wrth y gweithredwyr a phennaeth eich uned.',
  },
  'case.sealNoRecipient': {
    en: 'A key that is needed to encrypt this is not set up. Nothing was sent: tell the operators.',
    cy: 'Nid yw allwedd sydd ei hangen i amgryptio hyn wedi’i gosod. Nid anfonwyd dim: dywedwch wrth y gweithredwyr.',
  },
  'case.sealOdd': {
    en: 'These words could not be encrypted. Nothing was sent.',
    cy: 'Nid oedd modd amgryptio’r geiriau hyn. Nid anfonwyd dim.',
  },
  'case.charactersLeft': {
    en: '{count, plural, one {One character left} other {# characters left}}',
    cy: '{count, number} nod ar ôl',
  },
  'case.tooLong': {
    en: '{count, plural, one {One character too many} other {# characters too many}}',
    cy: '{count, plural, one {Un nod yn ormod} two {Dau nod yn ormod} other {# nod yn ormod}}',
  },
  'case.cancel': { en: 'Cancel', cy: 'Canslo' },
} as const satisfies Words<'case'>;
