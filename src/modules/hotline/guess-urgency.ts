// Life is in danger now, or the gas, fire or water is loose.
const emergency =
  /着火|起火|失火|冒烟|燃气泄漏|漏气|煤气味|燃气味|爆炸|触电|漏电|晕倒|昏迷|没有呼吸|轻生|自杀|跳楼|救命|被困|困在|坠落|塌了|坍塌|溺水|走失/
const urgent =
  /爆管|爆裂|水漫|淹了|塌陷|井盖(?:缺失|没了|不见|丢)|没有井盖|断电|停水|停电|暖气不热|电线(?:垂|掉|断)|倾斜|掉落|砸|堵死|孕妇|氧气|透析/
// What is asked about, feared or wished to be prevented has not happened.
const unreal = /(?:防止|避免|预防|以免|万一|担心|咨询|宣传|演练|应急预案|已经|曾经|去年|前年)[^，。！？]{0,10}$/

/** 2 where words say that someone is in danger, 1 where it cannot wait for the ordinary limit, else 0. */
export function guessUrgency(text: string): 0 | 1 | 2 {
  if (happens(text, emergency)) return 2
  return happens(text, urgent) ? 1 : 0
}

function happens(text: string, words: RegExp): boolean {
  for (const { index } of text.matchAll(new RegExp(words, 'g'))) {
    if (!unreal.test(text.slice(Math.max(0, index - 14), index))) return true
  }
  return false
}
