import type { Words } from '../word.ts';

/** The words for whom a report is about, and for other cases that may be about the same person. */
export const subjectsWords = {
  'subjects.heading': { en: 'Who the report is about', cy: 'Am bwy mae’r adroddiad' },
  'subjects.kept': { en: 'Card saved, version {version}', cy: 'Cerdyn wedi’i gadw, fersiwn {version}' },
  'subjects.openFirst': {
    en: 'Open the report first. Then you can write down who it is about, and see whether other cases may be about the same person.',
    cy: 'Agorwch yr adroddiad yn gyntaf. Yna gallwch nodi am bwy mae’r adroddiad, a gweld a allai achosion eraill ymwneud â’r un person.',
  },
  'subjects.typedStays': {
    en: 'What you typed here is not saved yet. It comes back once the report is open.',
    cy: 'Nid yw’r hyn a deipioch yma wedi’i gadw eto. Daw’n ôl pan fydd yr adroddiad ar agor.',
  },
  'subjects.intro': {
    en: 'Write only what the report says. The card is encrypted on this page with your group’s key, so the server cannot read the names on it. Candour compares it with other cards here, on your machine.',
    cy: 'Nodwch yr hyn y mae’r adroddiad yn ei ddweud yn unig. Caiff y cerdyn ei amgryptio ar y dudalen hon ag allwedd eich grŵp, felly ni all y gweinydd ddarllen yr enwau sydd arno. Caiff ei gymharu â chardiau eraill yma, ar eich peiriant chi.',
  },
  'subjects.person': { en: 'Person {number}', cy: 'Person {number}' },
  'subjects.numbers': { en: 'Numbers', cy: 'Rhifau' },
  'subjects.numbersHint': {
    en: 'Collar, staff or warrant numbers, with commas between them.',
    cy: 'Rhifau coler, staff neu warant, gyda choma rhyngddynt.',
  },
  'subjects.surname': { en: 'Surname', cy: 'Cyfenw' },
  'subjects.forenames': { en: 'Forenames', cy: 'Enwau cyntaf' },
  'subjects.aliases': { en: 'Other names', cy: 'Enwau eraill' },
  'subjects.aliasesHint': {
    en: 'Nicknames and earlier names, with commas between them.',
    cy: 'Llysenwau ac enwau blaenorol, gyda choma rhyngddynt.',
  },
  'subjects.unit': { en: 'Unit or place of work', cy: 'Uned neu fan gwaith' },
  'subjects.role': { en: 'Rank or role', cy: 'Rheng neu rôl' },
  'subjects.description': { en: 'Description', cy: 'Disgrifiad' },
  'subjects.certainty': { en: 'How the person is identified', cy: 'Sut mae’n hysbys pwy yw’r person' },
  'subjects.certaintyNamed': { en: 'Named in the report', cy: 'Wedi’i enwi yn yr adroddiad' },
  'subjects.certaintyInferred': { en: 'Worked out from the report', cy: 'Wedi’i gasglu o gynnwys yr adroddiad' },
  'subjects.certaintyConfirmed': { en: 'Confirmed', cy: 'Wedi’i gadarnhau' },
  'subjects.another': { en: 'Add another person', cy: 'Ychwanegu person arall' },
  'subjects.off': { en: 'Remove {person} from the card', cy: 'Tynnu {person} oddi ar y cerdyn' },
  'subjects.proposal': {
    en: 'The answer to “Who is it about?” is below. Candour can fill in what it recognises. Check what it fills in before you save.',
    cy: 'Mae’r ateb i “Am bwy mae’r pryder?” isod. Gall Candour lenwi’r hyn y mae’n ei adnabod. Gwiriwch yr hyn y mae’n ei lenwi cyn cadw’r cerdyn.',
  },
  'subjects.proposalUse': { en: 'Fill in what Candour recognises', cy: 'Llenwi’r hyn a adnabu Candour' },
  'subjects.tooLong': {
    en: '“{field}” for person {person} is too long, or has too many entries. Make it shorter.',
    cy: 'Mae “{field}” ar gyfer person {person} yn rhy hir, neu mae gormod ynddo. Byrhewch ef.',
  },
  'subjects.tooMuch': {
    en: '{count, plural, one {The card is too full by about # character.} other {The card is too full by about # characters.}} Make a description shorter.',
    cy: 'Mae’r cerdyn tua {count} nod yn rhy hir. Byrhewch ddisgrifiad.',
  },
  'subjects.send': { en: 'Save the card and compare', cy: 'Cadw’r cerdyn a chymharu' },
  'subjects.saved': { en: 'The card is saved.', cy: 'Mae’r cerdyn wedi’i gadw.' },
  'subjects.newer': {
    en: 'The card was changed after you opened the report. Open the report again to see the new card.',
    cy: 'Newidiwyd y cerdyn ar ôl i chi agor yr adroddiad. Agorwch yr adroddiad eto i weld y cerdyn newydd.',
  },
  'subjects.closedCard': {
    en: 'There is a card, but the key that opens it is not open here. You can write the card again from the report.',
    cy: 'Mae cerdyn yno, ond nid yw’r allwedd sy’n ei agor ar agor yma. Gallwch ysgrifennu’r cerdyn eto o’r adroddiad.',
  },
  'subjects.doubtfulCard': {
    en: 'The card of this case may have been changed, or an older one put in its place, so it is not shown. Tell the operators. You can write the card again from the report.',
    cy: 'Efallai fod cerdyn yr achos hwn wedi’i newid, neu fod un hŷn wedi’i roi yn ei le, felly nid yw’n cael ei ddangos. Dywedwch wrth y gweithredwyr. Gallwch ysgrifennu’r cerdyn eto o’r adroddiad.',
  },
  'subjects.compare': { en: 'Compare with other cases', cy: 'Cymharu ag achosion eraill' },
  'subjects.comparing': { en: 'Comparing …', cy: 'Yn cymharu …' },
  'subjects.foundHeading': {
    en: '{count, plural, =0 {No other concern was found that may be about the same person} one {May be about the same person as one other concern} other {May be about the same person as # other concerns}}',
    cy: '{count, plural, =0 {Ni chafwyd hyd i bryder arall a allai ymwneud â’r un person} one {Gallai ymwneud â’r un person ag un pryder arall} two {Gallai ymwneud â’r un person â dau bryder arall} few {Gallai ymwneud â’r un person â thri phryder arall} many {Gallai ymwneud â’r un person â chwe phryder arall} other {Gallai ymwneud â’r un person â # pryder arall}}',
  },
  'subjects.noProof': {
    en: 'Two people can share a name, and someone may name a person falsely on purpose. A match or a link is not proof: read both reports.',
    cy: 'Gall dau berson rannu enw, a gall rhywun enwi person ar gam yn fwriadol. Nid yw tebygrwydd na chysylltiad yn brawf: darllenwch y ddau adroddiad.',
  },
  'subjects.gradeFirst': {
    en: 'Weaker matches appear after you grade this report.',
    cy: 'Daw tebygrwydd gwannach i’r golwg ar ôl i chi raddio’r adroddiad hwn.',
  },
  'subjects.strong': { en: 'strong match', cy: 'tebygrwydd cryf' },
  'subjects.middling': { en: 'possible match', cy: 'tebygrwydd posibl' },
  'subjects.weak': { en: 'weak match', cy: 'tebygrwydd gwan' },
  'subjects.grounds': { en: 'What they have in common: {grounds}.', cy: 'Yr hyn sy’n gyffredin: {grounds}.' },
  'subjects.groundNumber': { en: 'a number', cy: 'rhif' },
  'subjects.groundSurname': { en: 'surname', cy: 'cyfenw' },
  'subjects.groundNearSurname': { en: 'a similar surname', cy: 'cyfenw tebyg' },
  'subjects.groundForename': { en: 'forename', cy: 'enw cyntaf' },
  'subjects.groundInitial': { en: 'first letter of the forename', cy: 'llythyren gyntaf yr enw cyntaf' },
  'subjects.groundAlias': { en: 'another name', cy: 'enw arall' },
  'subjects.groundUnit': { en: 'unit', cy: 'uned' },
  'subjects.groundRole': { en: 'rank or role', cy: 'rheng neu rôl' },
  'subjects.thisCase': { en: 'This case, card {version}', cy: 'Yr achos hwn, cerdyn {version}' },
  'subjects.otherCase': { en: 'Case {reference}, card {version}', cy: 'Achos {reference}, cerdyn {version}' },
  'subjects.morePairs': {
    en: '{count, plural, one {Show one more pair of people} other {Show # more pairs of people}}',
    cy: '{count, plural, one {Dangos un pâr arall o bobl} two {Dangos # bâr arall o bobl} few {Dangos # phâr arall o bobl} many {Dangos # phâr arall o bobl} other {Dangos # pâr arall o bobl}}',
  },
  'subjects.stillAlike': {
    en: 'Someone recorded that the cases below are not about the same person as this case, but people on the cards are similar. A card may have been written since.',
    cy: 'Cofnododd rhywun nad yw’r achosion isod am yr un person â’r achos hwn, ond mae pobl ar y cardiau’n debyg. Efallai fod cerdyn wedi’i ysgrifennu ers hynny.',
  },
  'subjects.untrusted': {
    en: 'The card or the history of {reference} may have been changed. Do not base any decision on this match. Tell the operators.',
    cy: 'Efallai fod cerdyn neu hanes {reference} wedi’i newid. Peidiwch â phenderfynu dim ar sail y tebygrwydd hwn. Dywedwch wrth y gweithredwyr.',
  },
  'subjects.openBoth': {
    en: 'Read both reports before you decide. If you open the other report, the history of its case records that.',
    cy: 'Darllenwch y ddau adroddiad cyn penderfynu. Os agorwch y llall, bydd hanes yr achos hwnnw’n cofnodi hynny.',
  },
  'subjects.openOther': { en: 'Open the report of {reference}', cy: 'Agor adroddiad {reference}' },
  'subjects.link': { en: 'Link with {reference}', cy: 'Cysylltu ag achos {reference}' },
  'subjects.notSame': { en: 'Not the same person', cy: 'Nid yr un person' },
  'subjects.notSameReason': {
    en: 'Why {reference} is not about the same person',
    cy: 'Pam nad yw {reference} yn ymwneud â’r un person',
  },
  'subjects.notSameSaved': {
    en: 'This is saved in both cases. A second person can withdraw it.',
    cy: 'Mae hyn wedi’i gadw yn y ddau achos. Gall ail berson ei dynnu’n ôl.',
  },
  'subjects.notSameHeading': { en: 'Recorded as different people', cy: 'Wedi’u cofnodi fel pobl wahanol' },
  'subjects.revise': { en: 'Withdraw this', cy: 'Tynnu hynny’n ôl' },
  'subjects.reviseReason': {
    en: 'Why {reference} may be about the same person after all',
    cy: 'Pam y gallai {reference} ymwneud â’r un person wedi’r cyfan',
  },
  'subjects.reviseSaved': {
    en: 'The record is withdrawn in both cases.',
    cy: 'Mae’r cofnod wedi’i dynnu’n ôl yn y ddau achos.',
  },
  'subjects.reviseOther': {
    en: 'The person who recorded this cannot withdraw it. A colleague who has opened both reports can.',
    cy: 'Ni all y person a gofnododd hyn ei dynnu’n ôl. Gall cydweithiwr sydd wedi agor y ddau adroddiad wneud hynny.',
  },
  'subjects.handler': {
    en: 'This may be about a case handler: {names}. If so, remove their access under “Remove a colleague’s access”. The reserve officers are told at once. It is also possible that the name was given falsely: you decide.',
    cy: 'Gallai hyn ymwneud â rhywun sy’n delio ag achosion: {names}. Os felly, tynnwch fynediad y person hwnnw o dan “Tynnu mynediad cydweithiwr”. Bydd y swyddogion wrth gefn yn cael gwybod ar unwaith. Gallai rhywun hefyd fod wedi rhoi enw ar gam: chi sy’n penderfynu.',
  },
  'subjects.namesHandler': {
    en: 'The report contains the name of someone who could be given this case. If the report is about that person, remove their access: the reserve officers are told at once, and nobody else. Someone else may have the same name, or the name may have been given falsely: you decide.',
    cy: 'Mae’r adroddiad yn cynnwys enw rhywun y gellid rhoi’r achos hwn yn ei ofal. Os yw’r adroddiad am y person hwnnw, tynnwch ei fynediad: bydd y swyddogion wrth gefn yn cael gwybod ar unwaith, a neb arall. Gallai fod gan rywun arall yr un enw, neu gallai’r enw fod wedi’i roi ar gam: chi sy’n penderfynu.',
  },
  'subjects.shutOut': { en: 'Remove access for {name} …', cy: 'Tynnu mynediad {name} …' },
  'subjects.namesYou': {
    en: 'Your own name is in the report. If it is about you, or about someone you know, declare a conflict of interest and leave the case: it goes to your colleagues, or to the reserve officers.',
    cy: 'Mae eich enw chi yn yr adroddiad. Os amdanoch chi y mae, neu am rywun rydych yn ei adnabod, datganwch wrthdaro buddiannau a gadewch yr achos: bydd yn mynd at eich cydweithwyr, neu at y swyddogion wrth gefn.',
  },
  'subjects.maybeYou': {
    en: 'The card may name you. If it does, declare a conflict of interest and leave the case: it goes to your colleagues, or to the reserve officers.',
    cy: 'Gallai’r cerdyn eich enwi chi. Os felly, datganwch wrthdaro buddiannau a gadewch yr achos: bydd yn mynd at eich cydweithwyr, neu at y swyddogion wrth gefn.',
  },
  'subjects.comparedWith': {
    en: 'Other cases compared: {count}. Cases without a card, which cannot be compared: {without}.',
    cy: 'Achosion eraill a gymharwyd: {count}. Achosion heb gerdyn, na ellir eu cymharu: {without}.',
  },
  'subjects.former': {
    en: 'This is on an earlier card of {reference}. Someone has written another card since.',
    cy: 'Mae hyn ar un o gardiau cynharach achos {reference}. Mae rhywun wedi ysgrifennu cerdyn arall ers hynny.',
  },
  'subjects.ownFormer': {
    en: 'This is on an earlier card of this case. Someone has written another card since.',
    cy: 'Mae hyn ar un o gardiau cynharach yr achos hwn. Mae rhywun wedi ysgrifennu cerdyn arall ers hynny.',
  },
  'subjects.withdrawnCard': {
    en: 'This card was withdrawn as wrong, and is no longer compared. If you know who the report is about, correct it and save: the new card is compared.',
    cy: 'Tynnwyd y cerdyn hwn yn ôl am ei fod yn anghywir, ac nid yw’n cael ei gymharu mwyach. Os ydych yn gwybod am bwy mae’r adroddiad, cywirwch ef a’i gadw: bydd y cerdyn newydd yn cael ei gymharu.',
  },
  'subjects.cardsHeading': { en: 'Cards of this case', cy: 'Cardiau’r achos hwn' },
  'subjects.cardsIntro': {
    en: 'Writing a new card does not replace the earlier cards: Candour still compares all of them. Two people can withdraw a card that is wrong: one asks and says why, and a colleague who has opened the case after that request agrees. Candour then no longer compares the card. It stays here, marked as withdrawn, until the case is erased.',
    cy: 'Nid yw cerdyn newydd yn cymryd lle’r cardiau cynharach: mae Candour yn dal i gymharu pob un ohonynt. Mae angen dau berson i dynnu cerdyn anghywir yn ôl: mae un yn gofyn ac yn dweud pam, ac mae cydweithiwr sydd wedi agor yr achos ers hynny yn cytuno. Ar ôl hynny, ni chaiff y cerdyn ei gymharu mwyach. Mae’n aros yma, wedi’i farcio fel un a dynnwyd yn ôl, nes i’r achos gael ei ddileu.',
  },
  'subjects.cardBy': { en: 'Card {version}, written by {who}', cy: 'Cerdyn {version}, awdur: {who}' },
  'subjects.cardWithdrawn': { en: 'Withdrawn as wrong.', cy: 'Tynnwyd y cerdyn yn ôl am ei fod yn anghywir.' },
  'subjects.cardAsked': {
    en: '{who} asked for this card to be withdrawn.',
    cy: 'Gofynnodd {who} am dynnu’r cerdyn hwn yn ôl.',
  },
  'subjects.cardNobody': { en: 'Nobody is on this card.', cy: 'Nid oes neb ar y cerdyn hwn.' },
  'subjects.cardClosed': {
    en: 'This card cannot be opened with the keys here.',
    cy: 'Ni ellir agor y cerdyn hwn â’r allweddi yma.',
  },
  'subjects.cardDamaged': {
    en: 'This card may have been changed, and is not compared.',
    cy: 'Efallai fod y cerdyn hwn wedi’i newid, ac ni chaiff ei gymharu.',
  },
  'subjects.cardUnread': {
    en: 'Open the report again to see this card.',
    cy: 'Agorwch yr adroddiad eto i weld y cerdyn hwn.',
  },
  'subjects.wrongCard': { en: 'Which card is wrong', cy: 'Pa gerdyn sy’n anghywir' },
  'subjects.wrongCardNeeded': { en: 'Choose the card that is wrong.', cy: 'Dewiswch y cerdyn sy’n anghywir.' },
  'subjects.withdrawAsk': { en: 'Ask to withdraw the card', cy: 'Gofyn am dynnu’r cerdyn yn ôl' },
  'subjects.withdrawAsked': {
    en: 'You have asked for the card to be withdrawn. The card is still compared with other cases until a colleague agrees.',
    cy: 'Rydych wedi gofyn am dynnu’r cerdyn yn ôl. Bydd y cerdyn yn dal i gael ei gymharu ag achosion eraill nes i gydweithiwr gytuno.',
  },
  'subjects.withdrawOwn': {
    en: 'You asked for this yourself. A colleague must open the case and agree.',
    cy: 'Chi eich hun a ofynnodd am hyn. Rhaid i gydweithiwr agor yr achos a chytuno.',
  },
  'subjects.withdrawUnread': {
    en: 'Open the report again first, to read the reason.',
    cy: 'Agorwch yr adroddiad eto’n gyntaf, i ddarllen y rheswm.',
  },
  'subjects.withdraw': { en: 'Withdraw card {version}', cy: 'Tynnu cerdyn {version} yn ôl' },
  'subjects.withdrawDone': {
    en: 'The card is withdrawn and is no longer compared.',
    cy: 'Mae’r cerdyn wedi’i dynnu’n ôl. Ni chaiff ei gymharu mwyach.',
  },
  'subjects.withdrawRefuse': { en: 'Do not withdraw it', cy: 'Peidio â’i dynnu’n ôl' },
  'subjects.withdrawRefused': {
    en: 'The card stays, and is still compared.',
    cy: 'Mae’r cerdyn yn aros, ac yn dal i gael ei gymharu.',
  },
  'subjects.eventAsked': {
    en: '{who} asked to withdraw card {version} (who the report is about) because it is wrong.',
    cy: 'Gofynnodd {who} am dynnu cerdyn {version} (am bwy mae’r adroddiad) yn ôl, am ei fod yn anghywir.',
  },
  'subjects.eventAgreed': {
    en: '{who} agreed, and withdrew card {version} (who the report is about). It is no longer compared.',
    cy: 'Cytunodd {who}, a thynnu cerdyn {version} (am bwy mae’r adroddiad) yn ôl. Ni chaiff ei gymharu mwyach.',
  },
  'subjects.eventRefused': {
    en: '{who} decided not to withdraw card {version} (who the report is about).',
    cy: 'Penderfynodd {who} beidio â thynnu cerdyn {version} (am bwy mae’r adroddiad) yn ôl.',
  },
  'subjects.closed': {
    en: '{count, plural, one {One card cannot be opened with the keys here and was not compared. You can write it again from the report.} other {# cards cannot be opened with the keys here and were not compared. You can write them again from the reports.}}',
    cy: '{count, plural, other {Nifer y cardiau na ellir eu hagor â’r allweddi yma, ac na chawsant eu cymharu: #.}} Gallwch ysgrifennu cardiau eto o’r adroddiadau.',
  },
  'subjects.doubtful': {
    en: 'The cards of these cases may have been changed, or older ones put in their place. They were not compared: {references}. Tell the operators.',
    cy: 'Efallai fod cardiau’r achosion hyn wedi’u newid, neu fod rhai hŷn wedi’u rhoi yn eu lle. Ni chawsant eu cymharu: {references}. Dywedwch wrth y gweithredwyr.',
  },
} as const satisfies Words<'subjects'>;
