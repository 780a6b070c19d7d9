/** Code, Chinese name | English name | words that point to it. */
export const environment = `
06 生态环境 | Environment
0601 噪声 | Noise
060101 施工噪声 | Noise of works | 夜间施工 施工噪音 施工噪声 工地噪音 工地
060102 商业噪声 | Noise of shops | 音响 喇叭 KTV 酒吧 噪音扰民 噪音 扰民
060103 广场舞噪声 | Square dancing | 广场舞 跳舞 唱歌
060104 交通设备噪声 | Noise of traffic and machines | 噪声 高架噪音 机器声 空调外机 水泵
0602 大气 | Air
060201 油烟 | Cooking fumes | 油烟 烧烤烟 餐饮油烟 烟道
060202 异味 | Smells | 异味 臭味 刺鼻 恶臭 臭气
060203 扬尘 | Dust | 扬尘 灰尘 粉尘 雾霾
060204 露天焚烧 | Open fires | 焚烧 烧垃圾 秸秆 烧纸
0603 水体 | Water bodies
060301 河湖污染 | Polluted rivers | 河水 河道 黑臭 水污染 湖水
060302 偷排污水 | Hidden discharges | 偷排 排污 污水直排 直排
060303 饮用水源 | Drinking water sources | 水源 水源地 饮用水
060304 鱼塘养殖 | Fish ponds | 鱼塘 养殖废水
0604 固体废物 | Waste
060401 工业废料 | Industrial waste | 废料 工业垃圾 固废
060402 危险废物 | Dangerous waste | 危废 医疗废物 废油 化学品
060403 垃圾站选址 | Siting of waste stations | 垃圾站 中转站 焚烧厂 填埋场
060404 非法倾倒 | Dumping | 倾倒 乱倒 偷倒
0605 辐射与光 | Radiation and light
060501 基站辐射 | Radiation of masts | 辐射 基站辐射 电磁
060502 变电站 | Substations | 变电站 高压线 高压电
060503 玻璃反光 | Glare | 反光 玻璃幕墙
060504 电磁检测 | Measurements | 检测 环评 监测
0606 养殖与生物 | Animals
060601 家禽家畜 | Poultry and livestock | 养鸡 养猪 养殖 家禽 养鸽
060602 野生动物 | Wild animals | 野生动物 马蜂窝 有蛇
060603 虫鼠 | Vermin | 老鼠 蟑螂 蚊虫 灭鼠
060604 动物尸体 | Dead animals | 死猪 死狗 动物尸体
`
