/**
 * The names that the same person is called by: short forms, and spellings of one name. Welsh and English names that go
 * back to one another, such as Siôn and John or Gwilym and William, are not among them: nobody of the one name is called
 * by the other, and each such pair would join two people who have nothing in common. Those that do pass for one another
 * at work are, such as Dai for David and for Dafydd. In small letters, without marks.
 */
const groups: readonly string[] = [
  'alan alun allan allen al',
  'alexander alex alec',
  'alexandra alex',
  'alison ali',
  'amanda mandy',
  'andrew andy drew',
  'angela angie',
  'angharad harri',
  'anthony antony tony',
  'benjamin ben benji',
  'bethan beth',
  'bronwen bron',
  'catherine katherine kathryn catrin cath cathy kath kathy kate katie cati',
  'charles charlie chas',
  'charlotte charlie lottie',
  'christine christina chris tina',
  'christopher chris kit',
  'dafydd dai daf',
  'daniel dan danny',
  'david dave davy davey dai',
  'deborah debra debbie deb',
  'deiniol dein',
  'donald don',
  'dylan dyl',
  'edward ed eddie ted ned',
  'eleanor ellie nell',
  'elizabeth elisabeth liz lizzie beth libby betsan',
  'emily emma em',
  'frederick fred freddie',
  'gareth gaz gar',
  'gary garry gaz',
  'geoffrey jeffrey geoff jeff',
  'geraint ger',
  'gregory greg',
  'gwendolen gwen',
  'gwenllian gwen llian',
  'gwilym gwil wil',
  'heledd hel',
  'huw hugh',
  'iestyn iest',
  'iorwerth iori iolo',
  'jacqueline jackie jacqui',
  'james jim jimmy jamie',
  'jennifer jen jenny',
  'joanne joanna jo',
  'john jon johnny jack',
  'jonathan jonathon jon',
  'joseph joe joey',
  'joshua josh',
  'kenneth ken kenny',
  'kimberley kimberly kim',
  'laurence lawrence larry',
  'leonard len',
  'lewis louis lew',
  'llewelyn llewellyn llywelyn llew lyn',
  'lowri lowry',
  'margaret marged maggie meg peggy mags',
  'martin martyn',
  'matthew mathew matt',
  'megan meg meggie',
  'michael mike mick mickey',
  'myfanwy myf',
  'natalie nat',
  'nathan nathaniel nat nate',
  'nicholas nicolas nick',
  'nicola nicky nikki',
  'oliver ollie',
  'owain owen',
  'patricia pat trish',
  'patrick pat paddy',
  'peter pete',
  'philip phillip phil',
  'raymond ray',
  'rebecca becky bex beca',
  'rhodri rhod',
  'rhys rees reece reese',
  'richard rich rick dick richie',
  'robert rob bob bobby robbie',
  'ronald ron',
  'russell russ',
  'samantha sam',
  'samuel sam sammy',
  'sian shan',
  'simon si',
  'sion shon',
  'stephanie steph',
  'stephen steven steffan steve ste steff',
  'stuart stewart stu',
  'susan susanne suzanne sue susie',
  'terence terrence terry',
  'thomas tom tommy',
  'timothy tim',
  'tomos twm tom',
  'tudur tudor tud',
  'victoria vicky vicki',
  'william will bill billy wil',
  'zachary zac zak',
];

const groupsOfName = new Map<string, readonly number[]>();
for (const [place, group] of groups.entries()) {
  for (const name of group.split(' ')) groupsOfName.set(name, [...(groupsOfName.get(name) ?? []), place]);
}

/** The marks of the groups that a forename stands in, the name itself where it stands in none. */
export const nameGroups = (forename: string): readonly string[] =>
  groupsOfName.get(forename)?.map((place) => `${place}`) ?? [forename];

/** The other names of each group, for tests that make people up. */
export const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  groups.map((group) => {
    const [name = '', ...others] = group.split(' ');
    return [name, others];
  }),
);
