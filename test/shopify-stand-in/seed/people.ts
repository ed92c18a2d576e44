/** Names and places of the countries that the demo shop sells to. People are made up by combining them. */
export interface Country {
  code: string;
  name: string;
  locale: string;
  /** What buyers there pay in. */
  currency: string;
  zone: string;
  first: readonly string[];
  last: readonly string[];
  streets: readonly string[];
  /** City, region, region code, postcode. */
  cities: readonly (readonly [string, string, string, string])[];
  phonePrefix: string;
  /** Whether the family name is written first. */
  familyFirst: boolean;
  /** Latin spelling of the same names, in the same order, for the e-mail address. */
  firstLatin?: readonly string[];
  lastLatin?: readonly string[];
}

export const COUNTRIES: readonly Country[] = [
  {
    code: "US",
    name: "United States",
    locale: "en",
    currency: "USD",
    zone: "America/New_York",
    phonePrefix: "+1212555",
    familyFirst: false,
    first: [
      "Ava",
      "Noah",
      "Mia",
      "Liam",
      "Zoe",
      "Ethan",
      "Ruby",
      "Caleb",
      "Nora",
      "Owen",
      "Grace",
      "Isaac",
      "Hazel",
      "Miles",
      "June",
      "Theo",
      "Iris",
      "Felix",
      "Clara",
      "Jonah",
    ],
    last: [
      "Bennett",
      "Carter",
      "Dawson",
      "Ellis",
      "Foster",
      "Griffin",
      "Hayes",
      "Iverson",
      "Jensen",
      "Keller",
      "Lawson",
      "Monroe",
      "Nolan",
      "Ortiz",
      "Porter",
      "Quinn",
      "Reyes",
      "Sutton",
      "Turner",
      "Walsh",
    ],
    streets: ["Maple Avenue", "Juniper Street", "Lakeview Drive", "Orchard Road", "Hudson Street", "Cedar Lane", "Prospect Place"],
    cities: [
      ["Brooklyn", "New York", "NY", "11215"],
      ["Portland", "Oregon", "OR", "97209"],
      ["Austin", "Texas", "TX", "78704"],
      ["Chicago", "Illinois", "IL", "60614"],
      ["Seattle", "Washington", "WA", "98103"],
      ["Denver", "Colorado", "CO", "80205"],
      ["Oakland", "California", "CA", "94611"],
    ],
  },
  {
    code: "DE",
    name: "Germany",
    locale: "de",
    currency: "EUR",
    zone: "Europe/Berlin",
    phonePrefix: "+4930555",
    familyFirst: false,
    first: ["Anna", "Jonas", "Lea", "Finn", "Marie", "Paul", "Klara", "Emil", "Greta", "Anton", "Ida", "Moritz"],
    last: ["Albrecht", "Brandt", "Dietrich", "Engel", "Fuchs", "Hartmann", "Keller", "Lorenz", "Neumann", "Richter", "Seidel", "Vogel"],
    streets: ["Lindenstraße", "Gartenweg", "Schillerstraße", "Am Markt", "Kastanienallee", "Rosenweg"],
    cities: [
      ["Berlin", "Berlin", "BE", "10435"],
      ["Hamburg", "Hamburg", "HH", "20357"],
      ["München", "Bayern", "BY", "80469"],
      ["Köln", "Nordrhein-Westfalen", "NW", "50672"],
      ["Leipzig", "Sachsen", "SN", "04107"],
    ],
  },
  {
    code: "CN",
    name: "China",
    locale: "zh-CN",
    currency: "USD",
    zone: "Asia/Shanghai",
    phonePrefix: "+86138001",
    familyFirst: true,
    first: ["芳", "伟", "静", "磊", "丽", "洋", "晓明", "佳怡", "子涵", "雨桐", "浩然", "思远"],
    last: ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"],
    firstLatin: ["fang", "wei", "jing", "lei", "li", "yang", "xiaoming", "jiayi", "zihan", "yutong", "haoran", "siyuan"],
    lastLatin: ["wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun"],
    streets: ["建国路", "淮海中路", "中山北路", "天河路", "文三路", "解放大道"],
    cities: [
      ["北京", "北京市", "BJ", "100022"],
      ["上海", "上海市", "SH", "200031"],
      ["杭州", "浙江省", "ZJ", "310012"],
      ["广州", "广东省", "GD", "510620"],
      ["成都", "四川省", "SC", "610041"],
    ],
  },
  {
    code: "JP",
    name: "Japan",
    locale: "ja",
    currency: "JPY",
    zone: "Asia/Tokyo",
    phonePrefix: "+81355501",
    familyFirst: true,
    first: ["花子", "健太", "陽菜", "大翔", "美咲", "悠斗", "結衣", "蓮", "葵", "直樹"],
    last: ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"],
    firstLatin: ["hanako", "kenta", "hina", "haruto", "misaki", "yuto", "yui", "ren", "aoi", "naoki"],
    lastLatin: ["sato", "suzuki", "takahashi", "tanaka", "ito", "watanabe", "yamamoto", "nakamura", "kobayashi", "kato"],
    streets: ["神宮前", "南青山", "中目黒", "烏丸通", "天神", "大名"],
    cities: [
      ["渋谷区", "東京都", "JP-13", "150-0001"],
      ["港区", "東京都", "JP-13", "107-0062"],
      ["京都市", "京都府", "JP-26", "604-8006"],
      ["福岡市", "福岡県", "JP-40", "810-0001"],
    ],
  },
];

export const PEOPLE_PER_COUNTRY: Readonly<Record<string, number>> = { US: 58, DE: 26, CN: 20, JP: 16 };

export function countryOf(code: string): Country {
  const found = COUNTRIES.find((country) => country.code === code);
  if (!found) throw new RangeError(`The demo shop does not sell to ${code}`);
  return found;
}
