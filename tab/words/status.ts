import type { Words } from './word.ts';

/** The names of what stands in closed lists: states, kinds, categories, codes, clocks. */
export const statusWords = {
  'status.open': { en: 'Open', cy: 'Ar agor' },
  'status.received': { en: 'Received', cy: 'Derbyniwyd' },
  'status.acknowledged': { en: 'Acknowledged', cy: 'Cydnabuwyd' },
  'status.triaged': { en: 'Triaged', cy: 'Brysbennwyd' },
  'status.inProgress': { en: 'In progress', cy: 'Ar waith' },
  'status.awaitingReporter': { en: 'Awaiting the person who reported', cy: 'Yn aros am y sawl a roddodd wybod' },
  'status.closed': { en: 'Closed', cy: 'Ar gau' },
  'status.reopened': { en: 'Reopened', cy: 'Ailagorwyd' },
  'status.erased': { en: 'Erased', cy: 'Dilëwyd' },

  'status.urgent': { en: 'Urgent', cy: 'Brys' },
  'status.standard': { en: 'Standard', cy: 'Safonol' },
  'status.acu': { en: 'Anti-Corruption Unit', cy: 'Uned Wrthlygredd' },
  'status.reserve': { en: 'Reserve', cy: 'Swyddogion wrth gefn' },
  'status.recovery': { en: 'Recovery', cy: 'Adfer' },
  'status.custodians': { en: 'Identity custodians', cy: 'Ceidwaid hunaniaeth' },
  'status.staff': { en: 'Officers, staff and volunteers', cy: 'Swyddogion, staff a gwirfoddolwyr' },
  'status.hub': { en: 'The victims’ hub', cy: 'Yr hwb dioddefwyr' },
  'status.english': { en: 'English', cy: 'Saesneg' },
  'status.welsh': { en: 'Welsh', cy: 'Cymraeg' },

  'status.boundaries': { en: 'Professional boundaries', cy: 'Ffiniau proffesiynol' },
  'status.harassment': { en: 'Sexual harassment of a colleague', cy: 'Aflonyddu rhywiol ar gydweithiwr' },
  'status.bribery': { en: 'Information or influence for gain', cy: 'Gwybodaeth neu ddylanwad er elw' },
  'status.advantage': { en: 'Personal advantage', cy: 'Mantais bersonol' },
  'status.domestic': { en: 'Domestic abuse', cy: 'Cam-drin domestig' },
  'status.discrimination': { en: 'Discrimination', cy: 'Gwahaniaethu' },
  'status.crime': { en: 'Drugs, theft, fraud or another crime', cy: 'Cyffuriau, dwyn, twyll neu drosedd arall' },
  'status.association': { en: 'Notifiable association', cy: 'Cysylltiad hysbysadwy' },
  'status.unsure': { en: 'Not sure which', cy: 'Ddim yn siŵr pa un' },
  'status.noKind': { en: 'No heading chosen', cy: 'Dim pennawd wedi’i ddewis' },

  'status.modeNamed': { en: 'Named', cy: 'Gydag enw' },
  'status.modeConfidential': { en: 'Confidential', cy: 'Yn gyfrinachol' },
  'status.modeNotKept': { en: 'Identity not kept', cy: 'Heb gadw hunaniaeth' },

  'status.flagApsp': {
    en: 'Abuse of position for a sexual purpose',
    cy: 'Camddefnyddio swydd at ddiben rhywiol',
  },
  'status.flagHarassment': { en: 'Sexual harassment of a colleague', cy: 'Aflonyddu rhywiol ar gydweithiwr' },
  'status.flagDomestic': { en: 'Domestic abuse', cy: 'Cam-drin domestig' },
  'status.flagDiscrimination': { en: 'Discrimination', cy: 'Gwahaniaethu' },

  'status.categoryInfiltration': { en: 'Infiltration', cy: 'Ymdreiddio' },
  'status.categoryDisclosure': { en: 'Disclosure of information', cy: 'Datgelu gwybodaeth' },
  'status.categoryJustice': { en: 'Perverting the course of justice', cy: 'Gwyrdroi cwrs cyfiawnder' },
  'status.categorySexual': { en: 'Sexual misconduct', cy: 'Camymddwyn rhywiol' },
  'status.categoryDrugs': {
    en: 'Controlled drug use and supply',
    cy: 'Defnyddio a chyflenwi cyffuriau a reolir',
  },
  'status.categoryTheft': { en: 'Theft and fraud', cy: 'Dwyn a thwyll' },
  'status.categorySystems': { en: 'Misusing force systems', cy: 'Camddefnyddio systemau’r heddlu' },
  'status.categoryAuthority': { en: 'Abuse of authority', cy: 'Camddefnyddio awdurdod' },
  'status.categoryAssociation': { en: 'Inappropriate association', cy: 'Cysylltiad amhriodol' },
  'status.categoryVulnerability': { en: 'Vulnerability to corruption', cy: 'Bod yn agored i lygredd' },
  'status.categoryCrime': {
    en: 'Committing, inciting, aiding or assisting a crime',
    cy: 'Cyflawni, annog, cynorthwyo neu hwyluso trosedd',
  },
  'status.categoryOther': { en: 'Other', cy: 'Arall' },

  'status.source1': { en: '1: reliable', cy: '1: dibynadwy' },
  'status.source2': { en: '2: untested', cy: '2: heb ei phrofi' },
  'status.source3': { en: '3: not reliable', cy: '3: annibynadwy' },
  'status.assessmentA': { en: 'A: known directly', cy: 'A: yn hysbys yn uniongyrchol' },
  'status.assessmentB': {
    en: 'B: known indirectly but corroborated',
    cy: 'B: yn hysbys yn anuniongyrchol ond wedi’i chadarnhau',
  },
  'status.assessmentC': { en: 'C: known indirectly', cy: 'C: yn hysbys yn anuniongyrchol' },
  'status.assessmentD': { en: 'D: not known', cy: 'D: anhysbys' },
  'status.assessmentE': { en: 'E: suspected to be false', cy: 'E: amheuir ei bod yn ffug' },
  'status.handlingP': { en: 'P: lawful sharing permitted', cy: 'P: caniateir rhannu cyfreithlon' },
  'status.handlingC': { en: 'C: sharing with conditions', cy: 'C: rhannu gydag amodau' },
  'status.actionA1': {
    en: 'A1: combine with other intelligence or corroborate only',
    cy: 'A1: cyfuno â chudd-wybodaeth arall neu gadarnhau yn unig',
  },
  'status.actionA2': { en: 'A2: covert action permitted', cy: 'A2: caniateir gweithredu cudd' },
  'status.actionA3': { en: 'A3: overt action permitted', cy: 'A3: caniateir gweithredu agored' },
  'status.sanitisationS1': {
    en: 'S1: may be sanitised unsupervised',
    cy: 'S1: gellir ei glanhau heb oruchwyliaeth',
  },
  'status.sanitisationS2': {
    en: 'S2: consult before sanitising',
    cy: 'S2: ymgynghorwch cyn ei glanhau',
  },

  'status.regimeLawEnforcement': {
    en: 'Law enforcement (Data Protection Act 2018, Part 3)',
    cy: 'Gorfodi’r gyfraith (Deddf Diogelu Data 2018, Rhan 3)',
  },
  'status.regimeGeneral': {
    en: 'General processing, such as discipline (UK GDPR)',
    cy: 'Prosesu cyffredinol, megis disgyblu (GDPR y DU)',
  },
  'status.referralUndecided': {
    en: 'Referral to the IOPC not decided',
    cy: 'Heb benderfynu a gaiff ei gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu',
  },
  'status.referralRefer': {
    en: 'To be referred to the IOPC',
    cy: 'I’w gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu',
  },
  'status.referralNot': {
    en: 'Not to be referred to the IOPC',
    cy: 'Ddim i’w gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu',
  },
  'status.referralReferred': {
    en: 'Referred to the IOPC',
    cy: 'Wedi’i gyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu',
  },
  'status.outcomeNone': { en: 'No further action', cy: 'Dim camau pellach' },
  'status.outcomeAdvice': { en: 'Advice or learning', cy: 'Cyngor neu ddysgu' },
  'status.outcomeManagement': { en: 'Management action', cy: 'Camau gan reolwyr' },
  'status.outcomeMisconduct': { en: 'Misconduct investigation', cy: 'Ymchwiliad camymddwyn' },
  'status.outcomeCriminal': { en: 'Criminal investigation', cy: 'Ymchwiliad troseddol' },
  'status.outcomeReferred': { en: 'Referred to another body', cy: 'Wedi’i gyfeirio at gorff arall' },
  'status.outcomeIntelligence': { en: 'Kept as intelligence only', cy: 'Wedi’i gadw fel cudd-wybodaeth yn unig' },
  'status.outcomeDuplicate': { en: 'The same as another case', cy: 'Yr un peth ag achos arall' },
  'status.outcomeNotForUs': { en: 'Not a matter for this unit', cy: 'Ddim yn fater i’r uned hon' },
  'status.placeCaseSystem': { en: 'The force’s case system', cy: 'System achosion yr heddlu' },
  'status.placeIopc': { en: 'The IOPC', cy: 'Swyddfa Annibynnol Ymddygiad yr Heddlu' },
  'status.placeProsecutor': { en: 'The prosecutor', cy: 'Yr erlynydd' },
  'status.placeOtherForce': { en: 'Another force', cy: 'Heddlu arall' },
  'status.placeCommissioner': {
    en: 'The Police and Crime Commissioner',
    cy: 'Comisiynydd yr Heddlu a Throseddu',
  },
  'status.placeOther': { en: 'Another place', cy: 'Lle arall' },

  'status.clockAcknowledge': { en: 'Acknowledge', cy: 'Cydnabod' },
  'status.clockTriage': { en: 'Triage', cy: 'Brysbennu' },
  'status.clockUpdate': { en: 'Update the person who reported', cy: 'Rhoi diweddariad i’r sawl a roddodd wybod' },
  'status.clockReferral': {
    en: 'Refer to the IOPC',
    cy: 'Cyfeirio at Swyddfa Annibynnol Ymddygiad yr Heddlu',
  },
  'status.clockOverdue': { en: 'Overdue: {clock}, by {day}', cy: 'Yn hwyr: {clock}, erbyn {day}' },
  'status.clockSoon': { en: 'Due soon: {clock}, by {day}', cy: 'I’w wneud yn fuan: {clock}, erbyn {day}' },
  'status.clockLater': { en: '{clock} by {day}', cy: '{clock} erbyn {day}' },

  'status.system': { en: 'Candour', cy: 'Candour' },
  'status.reporter': { en: 'the person who reported', cy: 'y sawl a roddodd wybod' },
  'status.somebody': { en: 'somebody whose name is not known here', cy: 'rhywun nad yw ei enw’n hysbys yma' },
  'status.me': { en: '{name} (you)', cy: '{name} (chi)' },
  'status.eventReceived': { en: 'The report was received.', cy: 'Derbyniwyd yr adroddiad.' },
  'status.eventMessageFrom': {
    en: 'A message from the person who reported was received.',
    cy: 'Derbyniwyd neges gan y sawl a roddodd wybod.',
  },
  'status.eventViewed': { en: 'The case was looked at by {who}.', cy: 'Edrychodd {who} ar yr achos.' },
  'status.eventConsulted': { en: 'The report was opened by {who}.', cy: 'Agorodd {who} yr adroddiad.' },
  'status.eventIdentityOpened': {
    en: 'The sealed identity was opened by {who}.',
    cy: 'Agorodd {who} yr hunaniaeth a seliwyd.',
  },
  'status.eventAcknowledged': {
    en: 'The case was acknowledged by {who}.',
    cy: 'Cydnabu {who} yr achos.',
  },
  'status.eventTriaged': {
    en: 'The case was triaged by {who}: {category}, graded {grading}.',
    cy: 'Brysbennodd {who} yr achos: {category}, graddiad {grading}.',
  },
  'status.eventMoved': {
    en: 'The status was changed by {who} to: {status}.',
    cy: 'Newidiodd {who} y statws i: {status}.',
  },
  'status.eventClosed': {
    en: 'The case was closed by {who}: {outcome}.',
    cy: 'Caeodd {who} yr achos: {outcome}.',
  },
  'status.eventReopened': { en: 'The case was reopened by {who}.', cy: 'Ailagorodd {who} yr achos.' },
  'status.eventAssigned': {
    en: 'The case was given by {who} to {person}.',
    cy: 'Rhoddodd {who} yr achos yng ngofal {person}.',
  },
  'status.eventUnassigned': {
    en: 'The case was given back by {who}; it is with nobody.',
    cy: 'Rhoddodd {who} yr achos yn ôl; nid yw gyda neb.',
  },
  'status.eventNoted': { en: 'A note was written by {who}.', cy: 'Ysgrifennodd {who} nodyn.' },
  'status.eventReferral': {
    en: 'A decision on referral was recorded by {who}: {decision}.',
    cy: 'Cofnododd {who} benderfyniad ar gyfeirio: {decision}.',
  },
  'status.eventSanitised': {
    en: 'A sanitised text was written by {who}.',
    cy: 'Ysgrifennodd {who} destun wedi’i lanhau.',
  },
  'status.eventSigned': {
    en: 'The sanitised text was signed off by {who}.',
    cy: 'Cymeradwyodd {who} y testun wedi’i lanhau.',
  },
  'status.eventConflict': {
    en: 'A conflict was declared by {who}, who is out of the case from then on.',
    cy: 'Datganodd {who} wrthdaro, ac mae allan o’r achos o hynny ymlaen.',
  },
  'status.eventExcluded': {
    en: '{person} was shut out of the case by {who}.',
    cy: 'Caewyd {person} allan o’r achos gan {who}.',
  },
  'status.eventToReserve': { en: 'The case went to the reserve.', cy: 'Aeth yr achos at y swyddogion wrth gefn.' },
  'status.eventReview': {
    en: 'The review was set by {who} to {day}.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}.',
  },
  'status.eventHold': {
    en: 'The review was set by {who} to {day}, and the case put on hold: it may not be erased.',
    cy: 'Gosododd {who} yr adolygiad ar gyfer {day}, a rhoi’r achos ar gadw: ni chaniateir ei ddileu.',
  },
  'status.eventStopped': {
    en: 'Messages to the person who reported were stopped by {who}.',
    cy: 'Ataliodd {who} negeseuon at y sawl a roddodd wybod.',
  },
  'status.eventAllowed': {
    en: 'Messages to the person who reported were allowed again by {who}.',
    cy: 'Caniataodd {who} unwaith eto negeseuon at y sawl a roddodd wybod.',
  },
  'status.eventUpdate': {
    en: 'It was confirmed by {who} that the person who reported is up to date.',
    cy: 'Cadarnhaodd {who} fod y sawl a roddodd wybod wedi cael y diweddaraf.',
  },
  'status.eventDoubted': {
    en: 'Something that did not verify was found when {who} opened the case.',
    cy: 'Canfuwyd rhywbeth na ellid ei ddilysu pan agorodd {who} yr achos.',
  },
  'status.eventErasureAsked': { en: 'Erasure was asked for by {who}.', cy: 'Gofynnodd {who} am ddileu’r achos.' },
  'status.eventErasureRefused': { en: 'Erasure was refused by {who}.', cy: 'Gwrthododd {who} ddileu’r achos.' },
  'status.eventMessageTo': {
    en: 'A message to the person who reported was sent by {who}.',
    cy: 'Anfonodd {who} neges at y sawl a roddodd wybod.',
  },
  'status.eventIdentityShared': {
    en: 'The identity was shared with those who handle the case by {who}.',
    cy: 'Rhannodd {who} yr hunaniaeth â’r rhai sy’n delio â’r achos.',
  },
  'status.eventExportedSanitised': {
    en: 'The sanitised case was exported by {who}. Where to: {place}.',
    cy: 'Allforiodd {who} yr achos wedi’i lanhau. I ble: {place}.',
  },
  'status.eventExportedWhole': {
    en: 'The whole case was exported by {who}. Where to: {place}.',
    cy: 'Allforiodd {who} yr achos cyfan. I ble: {place}.',
  },
  'status.eventLinked': {
    en: 'The case was linked with case {other} by {who}.',
    cy: 'Cysylltodd {who} yr achos ag achos {other}.',
  },
  'status.eventLinkedUnseen': {
    en: 'The case was linked with another one by {who}.',
    cy: 'Cysylltodd {who} yr achos ag achos arall.',
  },
  'status.eventErased': {
    en: 'What was reported was erased by {who}.',
    cy: 'Dileodd {who} yr hyn a adroddwyd.',
  },
  'status.logCollection': { en: 'Collection', cy: 'Casglu' },
  'status.logAlteration': { en: 'Alteration', cy: 'Newid' },
  'status.logConsultation': { en: 'Consultation', cy: 'Cyrchu' },
  'status.logDisclosure': { en: 'Disclosure', cy: 'Datgelu' },
  'status.logCombination': { en: 'Combination', cy: 'Cyfuno' },
  'status.logErasure': { en: 'Erasure', cy: 'Dileu' },

  'status.refused': {
    en: 'This is not open to you, or there is no such case. Nothing was changed.',
    cy: 'Nid yw hyn ar gael i chi, neu nid oes achos o’r fath. Ni newidiwyd dim.',
  },
  'status.notSignedIn': {
    en: 'Candour could not confirm who you are. Nothing was changed. Please try again; if it goes on, close Candour in Teams and open it again.',
    cy: 'Ni allai Candour gadarnhau pwy ydych chi. Ni newidiwyd dim. Rhowch gynnig arall arni; os yw’n parhau, caewch Candour yn Teams a’i agor eto.',
  },
  'status.odd': {
    en: 'That could not be understood. Nothing was changed. Please check what you entered and try again.',
    cy: 'Nid oedd modd deall hynny. Ni newidiwyd dim. Gwiriwch yr hyn a nodwyd gennych a rhowch gynnig arall arni.',
  },
  'status.tooOften': {
    en: 'That was more than Candour takes from one person in a short time. Nothing was changed. Please wait a minute and go on.',
    cy: 'Roedd hynny’n fwy nag y mae Candour yn ei dderbyn gan un person mewn amser byr. Ni newidiwyd dim. Arhoswch funud ac ewch ymlaen.',
  },
  'status.unavailable': {
    en: 'Candour cannot be reached, or cannot reach its store, just now. Nothing was changed. Please try again in a few minutes.',
    cy: 'Ni ellir cyrraedd Candour, neu ni all gyrraedd ei storfa, ar hyn o bryd. Ni newidiwyd dim. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
  'status.unconfirmed': {
    en: 'Candour could not confirm whether this was saved. What you entered is still here. Please send it again: it is not done twice.',
    cy: 'Ni allai Candour gadarnhau a gafodd hyn ei gadw. Mae’r hyn a nodwyd gennych yma o hyd. Anfonwch ef eto: ni chaiff ei wneud ddwywaith.',
  },
  'status.failed': {
    en: 'Something went wrong on our side. Please take it that this was not saved, and try again: it is not done twice.',
    cy: 'Aeth rhywbeth o’i le ar ein hochr ni. Cymerwch yn ganiataol na chafodd hyn ei gadw, a rhowch gynnig arall arni: ni chaiff ei wneud ddwywaith.',
  },
  'status.moved': {
    en: 'Somebody changed this case after you opened it. The page now shows how it stands. What you entered is still here and was not saved: please look at both and send again.',
    cy: 'Newidiodd rhywun yr achos hwn ar ôl i chi ei agor. Mae’r dudalen yn dangos y sefyllfa fel y mae nawr. Mae’r hyn a nodwyd gennych yma o hyd ac ni chafodd ei gadw: edrychwch ar y ddau ac anfonwch eto.',
  },
  'status.notState': {
    en: 'The status of the case does not allow this. Nothing was changed.',
    cy: 'Nid yw statws yr achos yn caniatáu hyn. Ni newidiwyd dim.',
  },
  'status.notOwnWork': {
    en: 'This needs a second person: what you began yourself, a colleague must confirm. Nothing was changed.',
    cy: 'Mae angen ail berson ar gyfer hyn: rhaid i gydweithiwr gadarnhau’r hyn a ddechreuoch chi eich hun. Ni newidiwyd dim.',
  },
  'status.notAsked': {
    en: 'Nobody has asked for this. Nothing was changed.',
    cy: 'Nid oes neb wedi gofyn am hyn. Ni newidiwyd dim.',
  },
  'status.notOnHold': {
    en: 'The case is on hold. Nothing was changed.',
    cy: 'Mae’r achos ar gadw. Ni newidiwyd dim.',
  },
  'status.notSigned': {
    en: 'The sanitised text has not been signed off by a second person. Nothing left Candour.',
    cy: 'Nid oes ail berson wedi cymeradwyo’r testun wedi’i lanhau. Nid oes dim wedi gadael Candour.',
  },
  'status.notAssignee': {
    en: 'Only the person the case is with can do this. Nothing was changed.',
    cy: 'Dim ond y person sydd â’r achos all wneud hyn. Ni newidiwyd dim.',
  },
  'status.notAgreed': {
    en: 'Messages to people who reported are off until the force has agreed to them. Nothing was sent.',
    cy: 'Mae negeseuon at bobl a roddodd wybod wedi’u diffodd nes i’r heddlu gytuno iddynt. Nid anfonwyd dim.',
  },
  'status.notStopped': {
    en: 'Messages on this case are stopped. Nothing was sent.',
    cy: 'Mae negeseuon ar yr achos hwn wedi’u hatal. Nid anfonwyd dim.',
  },
  'status.notNumber': {
    en: 'Another message was sent in the meantime. Yours is still here and was not sent: please read the other one first.',
    cy: 'Anfonwyd neges arall yn y cyfamser. Mae eich un chi yma o hyd ac nid yw wedi’i hanfon: darllenwch y llall yn gyntaf.',
  },
  'status.notPerson': {
    en: 'This person is not known as one who may handle the case. Nothing was changed.',
    cy: 'Nid yw’r person hwn yn hysbys fel un a gaiff ddelio â’r achos. Ni newidiwyd dim.',
  },
  'status.notText': {
    en: 'This is no longer the text that stands. Nothing was signed off: please read the new one.',
    cy: 'Nid hwn yw’r testun cyfredol mwyach. Ni chymeradwywyd dim: darllenwch yr un newydd.',
  },
  'status.notIdentity': {
    en: 'No sealed identity is kept with this case.',
    cy: 'Nid oes hunaniaeth wedi’i selio yn cael ei chadw gyda’r achos hwn.',
  },
  'status.notErased': {
    en: 'The case was erased. Nothing can be done with it any more.',
    cy: 'Dilëwyd yr achos. Ni ellir gwneud dim ag ef mwyach.',
  },
  'status.notKey': {
    en: 'A key that this needs is not set up. Please ask the operators. Nothing was changed.',
    cy: 'Nid yw allwedd y mae ei hangen ar gyfer hyn wedi’i gosod. Gofynnwch i’r rhai sy’n rhedeg Candour. Ni newidiwyd dim.',
  },
  'status.notSameCase': {
    en: 'A case cannot be linked with itself. Nothing was changed.',
    cy: 'Ni ellir cysylltu achos ag ef ei hun. Ni newidiwyd dim.',
  },
} as const satisfies Words<'status'>;
