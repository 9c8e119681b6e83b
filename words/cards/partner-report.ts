import type { Words } from '../word.ts';

/** The cards by which an organisation passes on what somebody told it, and comes back. */
export const partnerReportWords = {
  'hub.heading': { en: 'Pass on a concern', cy: 'Trosglwyddo pryder' },
  'hub.what': {
    en: 'Only the Anti-Corruption Unit can open this; if it may concern the unit, only {reserve}. Anyone who controls the server could swap this page, and read it.',
    cy: 'Dim ond yr Uned Wrthlygredd a all agor hwn; os gallai ymwneud â’r uned, dim ond {reserve}. Gallai unrhyw un sy’n rheoli’r gweinydd gyfnewid y dudalen, a’i ddarllen.',
  },
  'hub.whatUnit': {
    en: 'Only the Anti-Corruption Unit can open this. Anyone who controls the server could swap this page, and read it.',
    cy: 'Dim ond yr Uned Wrthlygredd a all agor hwn. Gallai unrhyw un sy’n rheoli’r gweinydd gyfnewid y dudalen, a’i ddarllen.',
  },
  'hub.life': {
    en: 'If a life is at risk, the force may try to trace you, and the person who told you.',
    cy: 'Os bydd bywyd mewn perygl, gall yr heddlu geisio dod o hyd i chi, ac i’r person a ddywedodd wrthych.',
  },
  'hub.otherWays': {
    en: 'Other ways: Crimestoppers, {number}.',
    cy: 'Ffyrdd eraill: Crimestoppers (Taclo’r Taclau), {number}.',
  },
  'hub.beforeHeading': { en: 'Before you write', cy: 'Cyn i chi ysgrifennu' },
  'hub.consentFirst': {
    en: 'If it is safe, first ask the person whether they agree. You can send this without their agreement.',
    cy: 'Lle mae’n ddiogel, gofynnwch yn gyntaf a yw’r person yn cytuno. Gallwch anfon hyn heb gytundeb.',
  },
  'hub.doNotAsk': {
    en: 'Do not ask them more for us, look into it, lead them, or promise to keep it secret.',
    cy: 'Peidiwch â holi’r person ymhellach ar ein rhan, ymchwilio, ei arwain, nac addo cadw’r peth yn gyfrinach.',
  },
  'hub.noNotes': { en: 'Leave out counselling notes.', cy: 'Peidiwch â chynnwys nodiadau cwnsela.' },
  'hub.dutyHeading': { en: 'Your own duty stays', cy: 'Mae eich dyletswydd eich hun yn aros' },
  'hub.duty': {
    en: 'Passing it on here does not discharge your duty under the Wales Safeguarding Procedures (section 5). If a child or an adult may be at risk, tell the local authority’s designated officer within 24 hours or on the next working day.',
    cy: 'Nid yw trosglwyddo hyn yma yn cyflawni eich dyletswydd o dan Weithdrefnau Diogelu Cymru (adran 5). Lle gall plentyn neu oedolyn fod yn wynebu risg, dywedwch wrth swyddog dynodedig yr awdurdod lleol o fewn 24 awr neu ar y diwrnod gwaith nesaf.',
  },
  'hub.staffDoors': {
    en: 'If the police employ you ({victimUnit}, for example), please use the way for police staff, in Teams: its rules on conflicts of interest apply to you.',
    cy: 'Os yr heddlu sy’n eich cyflogi ({victimUnit}, er enghraifft), defnyddiwch y ffordd ar gyfer staff yr heddlu, yn Teams: mae ei rheolau ar wrthdaro buddiannau yn berthnasol i chi.',
  },
  'hub.noName': {
    en: 'Candour keeps no name and no address of yours. It keeps what kind of organisation this came from. You may give your own name at the end, inside the seal.',
    cy: 'Nid yw Candour yn cadw eich enw na’ch cyfeiriad. Mae’n cadw o ba fath o sefydliad y daeth hyn. Gallwch roi eich enw eich hun ar y diwedd, y tu mewn i’r sêl.',
  },
  'hub.sealed': {
    en: 'On this page your words are sealed before they are sent, and the server cannot open them. It learns only what a case needs: the kind, how urgent it is, the language and who handles it.',
    cy: 'Ar y dudalen hon caiff eich geiriau eu selio cyn eu hanfon, ac ni all y gweinydd eu hagor. Dim ond yr hyn sydd ei angen ar achos a ddaw i’w ran: y math, pa mor frys ydyw, yr iaith a phwy sy’n ei drin.',
  },
  'hub.device': {
    en: 'A device that your organisation looks after may record what is on its screen.',
    cy: 'Gall dyfais y mae eich sefydliad yn gofalu amdani gofnodi’r hyn sydd ar ei sgrin.',
  },
  'hub.agreementHeading': { en: 'Whether the person agrees', cy: 'A yw’r person yn cytuno' },
  'hub.askLater': {
    en: 'If you ask them later, you can add their answer with the code.',
    cy: 'Os gofynnwch i’r person yn nes ymlaen, gallwch ychwanegu’r ateb gyda’r cod.',
  },
  'hub.wordsHeading': { en: 'What was said, and the risk now', cy: 'Yr hyn a ddywedwyd, a’r perygl nawr' },
  'hub.wordsEither': {
    en: 'One of the two is enough, and it need not be certain.',
    cy: 'Mae un o’r ddau yn ddigon, ac nid oes rhaid iddo fod yn sicr.',
  },
  'hub.contactHeading': { en: 'What they want, and how to reach them', cy: 'Dymuniadau’r person, a sut i gysylltu' },
  'hub.officerHeading': { en: 'Who it is about', cy: 'Am bwy mae’r pryder' },
  'hub.signsHeading': {
    en: 'Signs, assessments, and who was told',
    cy: 'Arwyddion, asesiadau, a phwy sy’n gwybod',
  },
  'hub.noContact': {
    en: 'Unless you say how, the people who read this are told not to contact the person.',
    cy: 'Oni bai eich bod yn dweud sut, dywedir wrth y rhai sy’n darllen hyn am beidio â chysylltu â’r person.',
  },
  'hub.moreHeading': { en: 'Evidence, and you', cy: 'Tystiolaeth, a chi eich hun' },
  'hub.codeKeep': {
    en: 'Keep it locked away, apart from the person’s file.',
    cy: 'Cadwch ef dan glo, ar wahân i ffeil y person.',
  },
  'hub.codeLost': {
    en: 'If the page closes before you finish, come back with the code: it tells you whether this was saved.',
    cy: 'Os bydd y dudalen yn cau cyn i chi orffen, dewch yn ôl gyda’r cod: mae’n dweud wrthych a gafodd hyn ei gadw.',
  },
  'hub.thenDetail': {
    en: 'Add detail first. Four more cards, all optional, such as how the person may be contacted.',
    cy: 'Ychwanegu manylion yn gyntaf. Pedwar cerdyn arall, pob un yn ddewisol, megis sut y gellir cysylltu â’r person.',
  },
  'hub.changeFirst': { en: 'Change: agreement', cy: 'Newid: cytundeb' },
  'hub.changeWords': { en: 'Change: what was said', cy: 'Newid: beth a ddywedwyd' },
  'hub.changeContact': { en: 'Change: wishes and contact', cy: 'Newid: dymuniadau a chyswllt' },
  'hub.changeOfficer': { en: 'Change: who it is about', cy: 'Newid: am bwy mae’r pryder' },
  'hub.changeSigns': { en: 'Change: signs', cy: 'Newid: arwyddion' },
  'hub.changeMore': { en: 'Change: evidence, and you', cy: 'Newid: tystiolaeth, a chi' },
  'hub.received': { en: 'Received on {day}.', cy: 'Daeth i law ar {day}.' },
  'hub.tellHeading': { en: 'What you can tell the person', cy: 'Yr hyn y gallwch ei ddweud wrth y person' },
  'hub.tellPassed': {
    en: 'It was passed on, sealed, to those in the force who deal with this.',
    cy: 'Cafodd ei drosglwyddo, dan sêl, i’r bobl yn yr heddlu sy’n delio â hyn.',
  },
  'hub.tellNothing': {
    en: 'They need not do anything. Nobody can promise them what comes of it, or when.',
    cy: 'Nid oes rhaid i’r person wneud dim. Ni all neb addo beth a ddaw ohono, na phryd.',
  },
  'hub.tellWithdraw': {
    en: 'If they no longer agree, they can tell you, and you can record it with the code.',
    cy: 'Os nad yw’r person yn cytuno mwyach, gall ddweud wrthych, a gallwch gofnodi hynny gyda’r cod.',
  },
  'hub.tellDanger': {
    en: 'In danger: {emergency}. On abuse and sexual violence, {helpline}: {phone}.',
    cy: 'Mewn perygl: {emergency}. Ar gam-drin a thrais rhywiol, {helpline}: {phone}.',
  },
  'hub.tellReceived': {
    en: 'It has arrived, and nobody has looked at it yet.',
    cy: 'Mae wedi cyrraedd, ac nid oes neb wedi edrych arno eto.',
  },
  'hub.tellSeen': { en: 'Somebody has seen it.', cy: 'Mae rhywun wedi’i weld.' },
  'hub.tellWork': {
    en: 'It is being dealt with. What is being done cannot be said here.',
    cy: 'Mae rhywun yn delio ag ef. Ni ellir dweud yma beth sy’n cael ei wneud.',
  },
  'hub.tellAsked': {
    en: 'Those who deal with it asked us something. We answer only what we know already.',
    cy: 'Mae’r rhai sy’n delio â hyn wedi gofyn rhywbeth i ni. Dim ond yr hyn a wyddom eisoes y byddwn yn ei ateb.',
  },
  'hub.tellClosed': {
    en: 'It is closed. If it is safe, you can tell them the answer on this card.',
    cy: 'Mae wedi’i gau. Lle mae’n ddiogel, gallwch ddweud wrth y person beth yw’r ateb ar y cerdyn hwn.',
  },
  'hub.withdraw': { en: 'They no longer agree', cy: 'Nid yw’n cytuno mwyach' },
  'hub.withdrawHeading': { en: 'Does the person no longer agree?', cy: 'Onid yw’r person yn cytuno mwyach?' },
  'hub.withdrawDoes': {
    en: 'Those who deal with it are told that something was added, and read that the person no longer agrees.',
    cy: 'Caiff y rhai sy’n delio â hyn wybod bod rhywbeth wedi’i ychwanegu, a byddant yn darllen nad yw’r person yn cytuno mwyach.',
  },
  'hub.withdrawNot': {
    en: 'It does not take back what was passed on, or undo what was done since. If someone may be at risk, the force may still have to act.',
    cy: 'Nid yw’n tynnu’n ôl yr hyn a drosglwyddwyd, nac yn dadwneud yr hyn a wnaed ers hynny. Lle gall rhywun fod mewn perygl, efallai y bydd yn rhaid i’r heddlu weithredu o hyd.',
  },
  'hub.withdrawWhy': { en: 'Why, if they have said', cy: 'Pam, os yw’r person wedi dweud' },
  'hub.withdrawRecord': { en: 'Record it', cy: 'Cofnodi hynny' },
  'hub.withdrawKeep': { en: 'Not now', cy: 'Ddim nawr' },
  'hub.withdrawnHeading': { en: 'It is recorded', cy: 'Mae wedi’i gofnodi' },
  'hub.withdrawnText': {
    en: 'The person no longer agrees to what was passed on.',
    cy: 'Nid yw’r person yn cytuno mwyach â’r hyn a drosglwyddwyd.',
  },
} as const satisfies Words<'hub'>;
