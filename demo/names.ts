import type { Random } from './random.ts'

const surnames =
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方俞任袁柳唐薛雷贺汤罗毕安常于傅齐康伍余顾孟黄穆萧尹'
const first = '晓文思雨子嘉静海建明春秀玉志立新永国雪云佳宏美清德凤桂少景书向'
const second = '华梅兰峰涛杰强燕萍芳磊军宁洁琴辉斌霞平勇英莉波娜龙阳安澜航悦舟'

/** Invented names, none given twice. */
export class Names {
  readonly #random: Random
  readonly #given = new Set<string>()

  constructor(random: Random, taken: Iterable<string> = []) {
    this.#random = random
    for (const name of taken) this.#given.add(name)
  }

  next(): string {
    for (;;) {
      const [surname, one, two] = [surnames, first, second].map((signs) => this.#random.pick([...signs])) as [
        string,
        string,
        string,
      ]
      const name = surname + one + two
      if (this.#given.has(name)) continue
      this.#given.add(name)
      return name
    }
  }
}
