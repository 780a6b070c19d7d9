/** Code, Chinese name | English name | words that point to it. */
export const publicWorks = `
02 市政设施 | Public works
0201 道路桥梁 | Roads and bridges
020101 路面破损 | Broken road surface | 路面 坑洼 坑洞 破损 道路破损 修路 坑坑洼洼
020102 人行道损坏 | Broken pavements | 人行道 地砖 砖松动 路沿石
020103 断头路 | Unfinished roads | 断头路 未通车 道路建设 打通 道路规划
020104 桥梁天桥 | Bridges and footbridges | 天桥 桥梁 过街 地下通道
0202 路灯照明 | Street lighting
020201 路灯不亮 | Lamps that are out | 路灯 路灯不亮 灯不亮 没有路灯
020202 路灯增设 | New lamps wanted | 安装路灯 增设路灯 加装路灯 照明
020203 灯光扰民 | Light nuisance | 光污染 灯光 霓虹灯 太亮
020204 线缆垂落 | Hanging cables | 线缆 电线垂 飞线 线杆 电杆 低垂
0203 排水防涝 | Drainage and flooding
020301 下水堵塞 | Blocked drains | 下水道 堵塞 下水 排水 返水
020302 污水外溢 | Overflowing sewage | 污水 外溢 冒溢 粪便 化粪池
020303 道路积水 | Water on the road | 积水 内涝 水浸 水淹
020304 河渠清淤 | Clearing of channels | 清淤 河渠 排水沟 沟渠
0204 井盖管线 | Covers and pipes
020401 井盖缺失 | Missing covers | 井盖 窨井 井盖缺失 没有井盖
020402 井盖松动 | Loose covers | 井盖松动 井盖响 异响
020403 管线施工 | Pipe works | 管网施工 管线 挖管 开挖
020404 路面塌陷 | Sunken ground | 塌陷 下沉 沉降 空洞
0205 公共设施 | Street furniture
020501 公厕 | Public toilets | 公厕 公共厕所 卫生间
020502 座椅健身器材 | Benches and exercise equipment | 健身器材 座椅 长椅 器材损坏
020503 护栏隔离 | Railings and barriers | 护栏 隔离栏 围栏 栏杆
020504 指示标牌 | Signs | 路牌 指示牌 门牌 标识 路名
0206 工程施工 | Building works
020601 占道施工 | Works on the road | 占道施工 围挡 施工占道
020602 施工工期 | Late works | 工期 施工缓慢 迟迟 烂尾工程 复工
020603 施工安全 | Safety of works | 施工安全 塔吊 脚手架 安全隐患
020604 渣土车 | Earth lorries | 渣土 渣土车 泥头车 遗撒
`
