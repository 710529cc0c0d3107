# tasks: the words that --task takes, with counts.

# All tasks in the Hub's groups, then the short names
$ oms tasks
> By what a model can do
>   chat                            2415  Holds a conversation: tagged
>                                         conversational, served as such, has a
>                                         chat template, or is sold by the token
>                                         for text
>
> Natural Language Processing
>   text-generation                 2189  Continue or write text
>   feature-extraction               182  Turn text into vectors for search and
>                                         clustering
>   sentence-similarity              129  Compare sentences by meaning
>   fill-mask                        103  Fill in missing words
>   text-classification               90  Put a label on a text
>   token-classification              56  Put a label on each word, as in named
>                                         entities
>   translation                       55  Turn text into another language
>   text-ranking                      26  Order texts by how well they fit a query
>   summarization                     17  Shorten a text to its main points
>   question-answering                15  Find the answer to a question inside a
>                                         text
>   zero-shot-classification          14  Label a text with classes given at run
>                                         time
>   table-question-answering           6  Answer a question from a table
>   multiple-choice                    0  Choose one of several given answers
>   table-to-text                      0  Describe a table in words
>   text-retrieval                     0  Find texts that fit a query
>
> Computer Vision
>   text-to-image                    272  Make an image from text
>   image-to-image                   109  Change or restore an image
>   image-classification              82  Put a label on an image
>   zero-shot-image-classification    60  Label an image with classes given at run
>                                         time
>   image-to-video                    59  Make a video from an image
>   image-feature-extraction          47  Turn images into vectors
>   text-to-video                     44  Make a video from text
>   image-segmentation                41  Divide an image into labeled regions
>   image-to-text                     39  Describe or read an image
>   image-to-3d                       28  Make a 3D object from an image
>   mask-generation                   17  Cut out the shapes in an image
>   object-detection                  17  Find objects in an image and box them
>   depth-estimation                  15  Estimate the distance of each pixel
>   video-classification              15  Put a label on a video
>   zero-shot-object-detection         9  Find objects named at run time
>   video-to-video                     6  Change or restore a video
>   text-to-3d                         5  Make a 3D object from text
>   keypoint-detection                 2  Find points of interest, such as joints
>   unconditional-image-generation     2  Make images without a prompt
>
> Multimodal
>   image-text-to-text               649  Answer in text about images and text
>   any-to-any                        94  Take and give several kinds of media
>   audio-text-to-text                23  Answer in text about sound and text
>   visual-question-answering         15  Answer a question about an image
>   visual-document-retrieval          9  Find document pages by how they look
>   image-text-to-image                4  Make or change an image from an image
>                                         and text
>   image-text-to-video                2  Make a video from an image and text
>   video-text-to-text                 2  Answer in text about a video and text
>   document-question-answering        0  Answer a question about a scanned
>                                         document
>
> Audio
>   automatic-speech-recognition     367  Write down spoken words
>   text-to-speech                   249  Read text aloud
>   text-to-audio                     57  Make sound or music from text
>   audio-to-audio                    54  Change, clean or separate sound
>   audio-classification              23  Put a label on a sound
>   voice-activity-detection          15  Find where somebody speaks
>
> Tabular
>   time-series-forecasting           41  Predict how a series of numbers goes on
>   tabular-classification             4  Predict a class from the columns of a
>                                         table
>   tabular-regression                 1  Predict a number from the columns of a
>                                         table
>   tabular-to-text                    0  Describe rows of a table in words
>
> Reinforcement Learning
>   robotics                          15  Steer a robot
>   reinforcement-learning             3  Act in an environment to earn a reward
>
> Other
>   other                              3  None of the Hub's other tasks
>   graph-ml                           0  Work on graphs of nodes and links
>
> Short names
>   3d                  33  Makes 3D objects: text-to-3d, image-to-3d
>   asr                367  Writes down spoken words: automatic-speech-recognition
>   audio              788  Works on sound: audio-text-to-text, text-to-audio,
>                           audio-to-audio, audio-classification,
>                           voice-activity-detection,
>                           automatic-speech-recognition, text-to-speech
>   captioning          39  Describes an image: image-to-text
>   classification     104  Puts labels on texts: text-classification,
>                           zero-shot-classification
>   code               244  Writes or completes programs: domain=code and
>                           tasks=chat,text-generation
>   depth               15  Estimates distances in images: depth-estimation
>   detection           26  Finds objects in images: object-detection,
>                           zero-shot-object-detection
>   embeddings         311  Turns text into vectors for search and clustering:
>                           feature-extraction, sentence-similarity
>   image-editing      113  Changes images: image-to-image, image-text-to-image
>   image-generation   278  Makes images: text-to-image, image-text-to-image,
>                           unconditional-image-generation
>   music               61  Makes or understands music: domain=music and
>                           task=text-to-audio,audio-to-audio,text-to-speech,
>                           audio-text-to-text,audio-classification,any-to-any
>   ner                 56  Finds names, places and other entities:
>                           token-classification
>   ocr                 63  Reads text in images:
>                           task=image-to-text,image-text-to-text,
>                           document-question-answering and (tags=ocr or name~ocr)
>   omni                94  Takes and gives several kinds of media: any-to-any
>   qa                  21  Finds answers inside a text, table or document:
>                           question-answering, table-question-answering,
>                           document-question-answering
>   rerank              36  Orders search results by how well they fit:
>                           task=text-ranking or
>                           (task=text-classification,sentence-similarity,
>                           feature-extraction and (tags=reranker or name~rerank))
>   segmentation        58  Divides images into regions: image-segmentation,
>                           mask-generation
>   sentiment           20  Tells the mood of a text: task=text-classification and
>                           (tags=sentiment-analysis or name~sentiment)
>   stt                367  Writes down spoken words: automatic-speech-recognition
>   summarize           17  Shortens a text: summarization
>   t2i                272  Makes an image from text: text-to-image
>   t2v                 44  Makes a video from text: text-to-video
>   tabular             11  Works on tables: tabular-classification,
>                           tabular-regression, tabular-to-text,
>                           table-question-answering
>   timeseries          41  Predicts how a series of numbers goes on:
>                           time-series-forecasting
>   tools               26  Chat models tagged for calling tools: tasks=chat and
>                           tags=tool-use,tool-calling,function-calling
>   transcription      367  Writes down spoken words: automatic-speech-recognition
>   translate           55  Turns text into another language: translation
>   tts                249  Reads text aloud: text-to-speech
>   vad                 15  Finds where somebody speaks: voice-activity-detection
>   video-generation   111  Makes videos: text-to-video, image-to-video,
>                           image-text-to-video, video-to-video
>   vision            1113  Looks at images or video: image-text-to-text,
>                           image-to-text, visual-question-answering,
>                           document-question-answering, video-text-to-text,
>                           any-to-any, image-classification,
>                           zero-shot-image-classification, object-detection,
>                           zero-shot-object-detection, image-segmentation,
>                           mask-generation, depth-estimation, keypoint-detection,
>                           image-feature-extraction, video-classification,
>                           visual-document-retrieval
>   vlm                760  Answers in text about images or video:
>                           image-text-to-text, visual-question-answering,
>                           video-text-to-text, any-to-any
>   vqa                664  Answers questions about images:
>                           visual-question-answering, image-text-to-text
! the numbers count what 'oms list --task TASK' finds in the catalog

# A text filters names, groups and explanations
$ oms tasks speech
> Audio
>   automatic-speech-recognition   367  Write down spoken words
>   text-to-speech                 249  Read text aloud
>
> Short names
>   asr   367  Writes down spoken words: automatic-speech-recognition
>   stt   367  Writes down spoken words: automatic-speech-recognition
>   tts   249  Reads text aloud: text-to-speech
! the numbers count what 'oms list --task TASK' finds in the catalog

# A filter that is a short name shows what it stands for
$ oms tasks asr
> Short names
>   asr   367  Writes down spoken words: automatic-speech-recognition
! the numbers count what 'oms list --task TASK' finds in the catalog

# Case does not matter in the filter
$ cmp <(oms tasks SPEECH 2>/dev/null) <(oms tasks speech 2>/dev/null) && echo same
> same

# A text that nothing mentions is an empty answer, not an error
$ oms tasks zzz
$ oms tasks zzz --json
> []
! no task mentions 'zzz'
! no task mentions 'zzz'

# The filter is text, never a pattern
$ oms tasks '.*'
$ oms tasks '%' -q
! no task mentions '.*'

# Every count is what list finds
$ oms tasks --json 2>/dev/null | jq -r '.[] | "\(.task) \(.models)"' | while read -r task count; do [ "$(oms list --all -n 0 -q --task "$task" | wc -l)" = "$count" ] || echo "$task $count"; done

# Every task is taken by --task
$ oms tasks -q | while read -r task; do oms list -n 1 -q --task "$task" > /dev/null || echo "$task"; done

# The condition of a short name finds the same as the short name
$ oms tasks --json 2>/dev/null | jq -r '.[] | select(.where) | "\(.task)\t\(.where)"' | while IFS=$'\t' read -r task where; do cmp <(oms list --all -n 0 -q --task "$task") <(oms list --all -n 0 -q --where "$where") || echo "$task"; done

# Chat is computed: it has no condition
$ oms tasks chat --json 2>/dev/null | jq -c '.[] | select(.task == "chat")'
> {"task":"chat","kind":"computed","group":"Natural Language Processing","title":"Chat","where":null,"help":"Holds a conversation: tagged conversational, served as such, has a chat template, or is sold by the token for text","models":2415}

# The 57 tasks of the Hub, chat, and the short names
$ oms tasks --json 2>/dev/null | jq -r '.[].kind' | sort | uniq -c
>      34 alias
>       1 computed
>      57 pipeline

# JSON of an alias
$ oms tasks asr --json 2>/dev/null
> [
>   {"task": "asr", "kind": "alias", "group": null, "title": "Speech recognition", "where": "task=automatic-speech-recognition", "help": "Writes down spoken words", "models": 367}
> ]

# CSV
$ oms tasks speech --format csv 2>/dev/null
> task,kind,group,title,where,help,models
> asr,alias,,Speech recognition,task=automatic-speech-recognition,Writes down spoken words,367
> automatic-speech-recognition,pipeline,Audio,Automatic Speech Recognition,,Write down spoken words,367
> stt,alias,,Speech to text,task=automatic-speech-recognition,Writes down spoken words,367
> text-to-speech,pipeline,Audio,Text-to-Speech,,Read text aloud,249
> tts,alias,,Text to speech,task=text-to-speech,Reads text aloud,249

# Markdown
$ oms tasks speech --format md 2>/dev/null
> | TASK | KIND | HELP | MODELS |
> | --- | --- | --- | --: |
> | asr | alias | Writes down spoken words | 367 |
> | automatic-speech-recognition | pipeline | Write down spoken words | 367 |
> | stt | alias | Writes down spoken words | 367 |
> | text-to-speech | pipeline | Read text aloud | 249 |
> | tts | alias | Reads text aloud | 249 |

# A table
$ oms tasks speech --format table 2>/dev/null
> TASK                          KIND      HELP                      MODELS
> asr                           alias     Writes down spoken words     367
> automatic-speech-recognition  pipeline  Write down spoken words      367
> stt                           alias     Writes down spoken words     367
> text-to-speech                pipeline  Read text aloud              249
> tts                           alias     Reads text aloud             249

# -q: the words alone, nothing on stderr
$ oms tasks speech -q
> asr
> automatic-speech-recognition
> stt
> text-to-speech
> tts

# The note says what the numbers count
$ oms tasks speech > /dev/null
! the numbers count what 'oms list --task TASK' finds in the catalog

# Two texts are wrong use
$ oms tasks speech text
! oms: error: unexpected argument 'text'; 'oms tasks --help' lists all
? 2

# 80 columns are enough
$ oms tasks --width 80 2>/dev/null | awk 'length > 80'

# On a terminal
@ pty 80x24
$ oms tasks speech
> \e[1mAudio\e[0m
>   automatic-speech-recognition   367  Write down spoken words
>   text-to-speech                 249  Read text aloud
>
> \e[1mShort names\e[0m
>   asr   367  Writes down spoken words: automatic-speech-recognition
>   stt   367  Writes down spoken words: automatic-speech-recognition
>   tts   249  Reads text aloud: text-to-speech
> the numbers count what 'oms list --task TASK' finds in the catalog

# A model's pipeline tag is among its tasks, for every model
$ oms list --all -n 0 --json --fields id,task,tasks 2>/dev/null | jq -r '.[] | . as $model | select(.task != null and all(.tasks // [] | .[]; . != $model.task)) | .id' | wc -l
> 0
