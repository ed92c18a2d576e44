import type { LocalizedText } from "#app/domain/shops/localized-text.ts";
import type { ReturnQuestion } from "./return-question.ts";

/** What a new shop asks, meant to be edited: how it fits, what is damaged and how the parcel looked, what differs, what came instead. */
export const DEFAULT_QUESTIONS: readonly ReturnQuestion[] = [
  choice("fit-where", ["too-small", "too-big"], {
    texts: {
      en: "Where does it not fit?",
      "zh-CN": "哪里不合身？",
      de: "Wo passt es nicht?",
      fr: "À quel endroit cela ne va-t-il pas ?",
      es: "¿Dónde no queda bien?",
      ja: "どこが合いませんか？",
    },
    choices: {
      width: { en: "Width", "zh-CN": "宽度", de: "In der Weite", fr: "En largeur", es: "De ancho", ja: "幅" },
      length: { en: "Length", "zh-CN": "长度", de: "In der Länge", fr: "En longueur", es: "De largo", ja: "長さ" },
      all: { en: "Everywhere", "zh-CN": "整体", de: "Überall", fr: "Partout", es: "En todo", ja: "全体" },
    },
  }),
  choice("damaged-what", ["damaged-or-defective"], {
    texts: {
      en: "What is damaged?",
      "zh-CN": "哪里损坏了？",
      de: "Was ist beschädigt?",
      fr: "Qu'est-ce qui est abîmé ?",
      es: "¿Qué está dañado?",
      ja: "何が破損していますか？",
    },
    choices: {
      item: {
        en: "The item itself",
        "zh-CN": "商品本身",
        de: "Der Artikel selbst",
        fr: "L'article lui-même",
        es: "El propio artículo",
        ja: "商品そのもの",
      },
      packaging: {
        en: "Only the packaging",
        "zh-CN": "只有包装",
        de: "Nur die Verpackung",
        fr: "Seulement l'emballage",
        es: "Solo el embalaje",
        ja: "外装のみ",
      },
      stopped: {
        en: "It stopped working after a while",
        "zh-CN": "使用一段时间后坏了",
        de: "Er funktioniert nicht mehr",
        fr: "Il ne fonctionne plus",
        es: "Dejó de funcionar",
        ja: "しばらくして動かなくなった",
      },
    },
  }),
  {
    ...choice("damaged-parcel", [], {
      texts: {
        en: "Was the parcel damaged when it arrived?",
        "zh-CN": "收到时包裹是否破损？",
        de: "War das Paket bei der Ankunft beschädigt?",
        fr: "Le colis était-il abîmé à l'arrivée ?",
        es: "¿Llegó dañado el paquete?",
        ja: "届いたとき、箱は破損していましたか？",
      },
      choices: {
        yes: { en: "Yes", "zh-CN": "是", de: "Ja", fr: "Oui", es: "Sí", ja: "はい" },
        no: { en: "No", "zh-CN": "否", de: "Nein", fr: "Non", es: "No", ja: "いいえ" },
      },
    }),
    asked: { on: "answer", question: "damaged-what", choices: ["item", "packaging"] },
  },
  {
    ...text("stopped-when", [], {
      en: "When did it stop working, and how?",
      "zh-CN": "什么时候坏的？有什么表现？",
      de: "Seit wann und was genau funktioniert nicht?",
      fr: "Depuis quand, et qu'est-ce qui ne marche plus ?",
      es: "¿Cuándo dejó de funcionar y qué falla?",
      ja: "いつから、どのように動きませんか？",
    }),
    asked: { on: "answer", question: "damaged-what", choices: ["stopped"] },
  },
  text("described-how", ["item-not-as-described"], {
    en: "What differs from the description?",
    "zh-CN": "与描述有哪些不同？",
    de: "Was weicht von der Beschreibung ab?",
    fr: "Qu'est-ce qui diffère de la description ?",
    es: "¿Qué difiere de la descripción?",
    ja: "説明とどこが違いますか？",
  }),
  text("wrong-what", ["received-the-wrong-item"], {
    en: "What did you receive instead?",
    "zh-CN": "您收到的是什么？",
    de: "Was haben Sie stattdessen erhalten?",
    fr: "Qu'avez-vous reçu à la place ?",
    es: "¿Qué ha recibido en su lugar?",
    ja: "代わりに何が届きましたか？",
  }),
];

interface Wording {
  readonly texts: LocalizedText;
  readonly choices: Readonly<Record<string, LocalizedText>>;
}

function choice(id: string, reasons: readonly string[], { texts, choices }: Wording): ReturnQuestion {
  const options = Object.entries(choices).map(([choiceId, words]) => ({ id: choiceId, texts: words }));
  return { id, asked: { on: "reason", reasons, productTypes: [] }, kind: "choice", isRequired: false, texts, choices: options };
}

function text(id: string, reasons: readonly string[], texts: LocalizedText): ReturnQuestion {
  return { id, asked: { on: "reason", reasons, productTypes: [] }, kind: "text", isRequired: false, texts, choices: [] };
}
