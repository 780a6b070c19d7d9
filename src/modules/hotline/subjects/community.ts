/** Code, Chinese name | English name | words that point to it. */
export const community = `
12 平安与社区 | Safety and community
1201 治安 | Public order
120101 盗窃诈骗 | Theft and fraud | 被盗 偷盗 小偷 诈骗 电信诈骗
120102 养犬管理 | Dogs | 养狗 遛狗 不牵绳 流浪狗 犬只 狗叫
120103 赌博黄毒 | Gambling, vice and drugs | 赌博 卖淫 吸毒 涉黄
120104 户籍身份证 | Household registration | 户口 身份证 落户 居住证 户籍
1202 消防与应急 | Fire and emergencies
120201 消防设施 | Fire equipment | 灭火器 消防栓 消防设施 消防
120202 电动车上楼充电 | Bikes charged indoors | 上楼充电 飞线充电 楼道充电 电瓶车上楼
120203 燃放烟花 | Fireworks | 烟花 鞭炮 爆竹
120204 高空抛物 | Things thrown down | 高空抛物 抛物 扔东西
1203 矛盾纠纷 | Disputes
120301 邻里纠纷 | Between neighbours | 邻居 邻里 楼上 楼下 吵架
120302 家庭赡养 | Support within families | 赡养 子女不管 家庭矛盾
120303 法律援助 | Legal aid | 法律援助 律师 法律咨询 公证
120304 土地山林 | Land and woods | 宅基地 土地 承包地 山林 村组
1204 社区自治 | Self-government
120401 业主委员会 | Owners' committees | 业委会 业主委员会 业主大会
120402 居务公开 | Openness of committees | 居务公开 村务公开 账目 公示
120403 换届选举 | Elections | 换届 选举 投票 居委会
120404 社区活动场地 | Community rooms | 活动室 活动中心 社区用房 活动场地
1205 政务服务 | Government services
120501 办事流程 | How to apply | 怎么办理 办事 流程 材料 手续
120502 窗口服务 | Counters | 窗口 办事大厅 政务大厅 排号
120503 证明开具 | Certificates | 开证明 盖章 证明
120504 线上办理 | Online services | 网上办理 小程序 系统登不上 手机办
1206 作风效能 | Conduct of officials
120601 工作态度 | Manners | 态度 态度恶劣 态度差 不耐烦
120602 推诿拖延 | Passing the buck | 推诿 扯皮 踢皮球 不作为 拖延
120603 执法不公 | Unfair enforcement | 执法 乱罚款 不公
120604 表扬感谢 | Thanks | 表扬 感谢 锦旗 点赞 好人好事
`
