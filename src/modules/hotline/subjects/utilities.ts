/** Code, Chinese name | English name | words that point to it. */
export const utilities = `
04 水电气热 | Water, power, gas and heating
0401 供水 | Water supply
040101 停水 | No water | 停水 没水 断水
040102 水压不足 | Low pressure | 水压 水小 二次供水 加压
040103 水质问题 | Quality of water | 水质 水浑 自来水 黄水 异味水
040104 水费 | Water bills | 水费 水表 水价 抄表
0402 供电 | Power supply
040201 停电 | No power | 停电 断电 跳闸 没电
040202 电压不稳 | Unsteady power | 电压 用电负荷 变压器
040203 电费 | Power bills | 电费 电价 电表 转供电
040204 充电设施 | Charging points | 充电桩 充电站 电动车充电 充电棚
0403 燃气 | Gas
040301 燃气泄漏 | Gas leaks | 燃气泄漏 煤气味 漏气 燃气味 天然气泄漏
040302 燃气开通 | Gas connection | 通气 开通燃气 天然气 通天然气 燃气开户
040303 燃气安检 | Gas safety checks | 燃气安检 安检 燃气软管 灶具
040304 燃气费 | Gas bills | 燃气费 气费 气价 气表
0404 供热 | Heating
040401 室温不达标 | Rooms too cold | 暖气不热 室温 不热 温度低 供暖 供热 取暖
040402 暖气漏水 | Leaking radiators | 暖气漏 暖气片 地热漏 爆管
040403 供热时间 | Heating season | 开栓 供暖时间 停暖 提前供热
040404 供热费 | Heating bills | 取暖费 供热费 采暖费 退费
0405 通信 | Telephone and network
040501 宽带故障 | Broken broadband | 宽带 网络慢 断网 光纤
040502 信号弱 | Weak signal | 手机信号 信号差 基站 信号弱
040503 资费争议 | Disputed tariffs | 套餐 资费 扣费 话费
040504 携号转网 | Keeping one's number | 携号转网 销户 销号
0406 抢修 | Repairs
040601 水管爆裂 | Burst pipes | 水管爆 爆裂 管道爆 水管破
040602 入户管线 | Pipes into the house | 入户管 立管 老化 管道老化
040603 一户一表 | Own meters | 一户一表 户表改造 分表
040604 抢修不及时 | Late repairs | 抢修 报修 没人修 迟迟不修
`
