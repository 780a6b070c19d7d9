/** Code, Chinese name | English name | words that point to it. */
export const cityAppearance = `
03 市容环卫 | City appearance and sanitation
0301 垃圾收运 | Refuse collection
030101 垃圾清运不及时 | Late collection | 垃圾 清运 垃圾堆积 垃圾桶 满溢
030102 垃圾分类 | Sorting of refuse | 垃圾分类 分类投放 分类桶
030103 建筑垃圾 | Building rubble | 建筑垃圾 装修垃圾 渣土堆
030104 大件垃圾 | Bulky refuse | 大件垃圾 旧家具 废旧家具
0302 街面清扫 | Street cleaning
030201 道路保洁 | Road cleaning | 清扫 道路保洁 路面脏 环卫
030202 积雪结冰 | Snow and ice | 积雪 结冰 除雪 扫雪 路滑
030203 卫生死角 | Neglected corners | 卫生死角 脏乱差 脏乱 臭气
030204 洒水抑尘 | Street watering | 洒水车 洒水 喷雾
0303 占道经营 | Trading on the street
030301 流动摊贩 | Street vendors | 摊贩 摆摊 流动摊 小贩 占道经营
030302 店外经营 | Trading outside the shop | 店外经营 出店经营 占用人行道
030303 夜市早市 | Night and morning markets | 夜市 早市 烧烤 大排档
030304 占道堆放 | Things stored on the road | 堆放 占道堆 占用消防通道 杂物
0304 违法建设 | Illegal building
030401 私搭乱建 | Unauthorised building | 违建 私搭 乱搭 搭建 违章建筑 违法建设
030402 占用公共区域 | Taking common ground | 占用公共 圈占 私占 占绿 公共区域
030403 改变房屋结构 | Altering of structures | 承重墙 改结构 拆改 私改
030404 住改商 | Homes used for business | 住改商 民宅经营 居民楼内 居民楼开
0305 广告招牌 | Advertising and signs
030501 小广告 | Fly-posting | 小广告 牛皮癣 张贴 乱贴
030502 招牌安全 | Unsafe signs | 招牌 广告牌 牌匾 灯箱
030503 横幅标语 | Banners | 横幅 条幅 标语
030504 违规户外广告 | Unlicensed billboards | 户外广告 大屏 LED屏
0306 园林绿化 | Parks and greenery
030601 树木修剪 | Pruning of trees | 树枝 修剪 树木 遮挡 大树
030602 绿地毁损 | Damaged lawns | 绿化带 毁绿 草坪 绿地 绿化
030603 虫害杨絮 | Pests and catkins | 虫害 飞絮 杨絮 柳絮 毛毛虫
030604 公园管理 | Parks | 公园 游园 广场设施
`
